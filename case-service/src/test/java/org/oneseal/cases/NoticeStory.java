package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What an applicant is told in writing while the case is under review. */
@PlatformTest
class NoticeStory extends Office {

    @Autowired DocumentVault vault;

    NoticeStory() {
        super("notice-firm", "永州市告知有限公司", "91431103MA4TEBNE8N");
    }

    /** 行政许可法 art. 45: each procedure is told with the time it takes, under its own number. */
    @Test
    void eachSpecialProcedureIsToldWithItsTime() throws IOException {
        Answer first = suspended(accepted(), 15);
        String procedure = first.json().at("/openProcedures/0/procedureId").asString();
        Answer resumed = act(first, "special-procedures/" + procedure + "/resumption", he, null);
        Answer second = suspended(resumed, 5);
        String number = second.json().path("caseNumber").asString();

        assertThat(papers(second))
                .containsExactly(
                        "ACCEPTANCE_NOTICE",
                        "SPECIAL_PROCEDURE_NOTICE",
                        "SPECIAL_PROCEDURE_NOTICE");
        assertThat(text(second, "SPECIAL_PROCEDURE_NOTICE", ""))
                .contains("特别程序告知书", number + "-TC2", "专家评审", "5个工作日", "第四十五条");
        assertThat(text(second, "SPECIAL_PROCEDURE_NOTICE", "?number=" + number + "-TC1"))
                .contains(number + "-TC1", "15个工作日");
        Answer none =
                http.get(
                        url(second) + "/papers/SPECIAL_PROCEDURE_NOTICE?number=" + number + "-TC3",
                        applicant);
        assertThat(none.status()).isEqualTo(404);
    }

    /** Art. 42: the reasons for more time, and by when it will be decided then. */
    @Test
    void anExtensionIsToldWithItsReasons() throws IOException {
        Map<String, Object> more =
                Map.of("by", Map.of("amount", 10, "unit", "WORKING_DAY"), "reason", "现场核查推迟");
        Answer asked = act(accepted(), "extension", he, more);
        assertThat(papers(asked)).containsExactly("ACCEPTANCE_NOTICE");
        Answer extended =
                act(asked, "extension/approval", district.chief(), Map.of("approved", true));
        assertThat(papers(extended)).containsExactly("ACCEPTANCE_NOTICE", "EXTENSION_NOTICE");
        String[] due = extended.json().path("legalDue").asString().substring(0, 10).split("-");
        assertThat(text(extended, "EXTENSION_NOTICE", ""))
                .contains("延长办理期限告知书", "10个工作日", "现场核查推迟", "第四十二条")
                .contains(
                        "%s年%d月%d日"
                                .formatted(
                                        due[0],
                                        Integer.parseInt(due[1]),
                                        Integer.parseInt(due[2])));
    }

    /** The clock runs on where the item does not let it stop, and the paper says so. */
    @Test
    void whatTheReviewNeedsBesideIsToldInWriting() throws IOException {
        Map<String, Object> notice =
                Map.of(
                        "missing",
                        List.of(Map.of("code", "m2", "reason", "缺少签章页")),
                        "answerWithinDays",
                        10);
        Answer asked = act(accepted(), "supplement-notice", he, notice);
        assertThat(papers(asked)).containsExactly("ACCEPTANCE_NOTICE", "SUPPLEMENT_NOTICE");
        assertThat(text(asked, "SUPPLEMENT_NOTICE", ""))
                .contains("审查阶段补正材料告知书", "缺少签章页", "2026年12月3日前", "办理期限继续计算");
    }

    private Answer suspended(Answer before, int days) {
        Answer suspended =
                act(
                        before,
                        "special-procedures",
                        he,
                        Map.of(
                                "kind",
                                "EXPERT_REVIEW",
                                "reason",
                                "组织专家评审",
                                "announcedDays",
                                days,
                                "commissionedBy",
                                District.DEPARTMENT));
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        return suspended;
    }

    private List<String> papers(Answer it) {
        return http.get(url(it) + "/papers", applicant).json().findValuesAsString("kind");
    }

    private String text(Answer it, String kind, String query) throws IOException {
        Answer paper = http.get(url(it) + "/papers/" + kind + query, applicant);
        assertThat(paper.status()).as(paper.text()).isEqualTo(200);
        byte[] file = vault.read(Objects.requireNonNull(paper.header("Document-Digest")));
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
