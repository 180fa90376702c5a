package org.oneseal.cases.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * What the papers of a case say, written from its facts. Official papers are in Chinese only; what
 * is shown beside them is in the reader's language.
 */
public final class PaperText {

    private static final String REMEDIES =
            "如不服本决定，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法直接向人民法院提起行政诉讼。";

    private final Case it;
    private final ItemVersion item;
    private final Wording words;
    private final ReviewNotices review;
    private final String holder;

    public PaperText(Case it, ItemVersion item, WorkCalendars calendars, String holder) {
        this.it = it;
        this.item = item;
        this.words = new Wording(it, item, calendars);
        this.review = new ReviewNotices(words);
        this.holder = holder;
    }

    /** A paper that is due, before it has its code. */
    public record Draft(
            PaperKind kind,
            String title,
            String number,
            Instant at,
            List<String> paragraphs,
            List<Paper.Row> rows) {

        public Paper signed(String holder, String authority, String verifyUrl) {
            return new Paper(
                    kind,
                    title,
                    number,
                    holder,
                    paragraphs,
                    rows,
                    authority,
                    dated(),
                    at,
                    verifyUrl);
        }

        public LocalDate dated() {
            return Case.dayOf(at);
        }
    }

    /** Every paper that follows from what has happened, in that order. */
    public List<Draft> all() {
        List<Draft> drafts = new ArrayList<>();
        for (CaseFact fact : it.facts()) {
            switch (fact) {
                case CaseFact.CorrectionRequested f -> drafts.add(correction(f));
                case CaseFact.Accepted f -> drafts.add(acceptance(f));
                case CaseFact.AcceptanceRefused f -> drafts.add(nonAcceptance(f));
                case HandlingFact.SupplementRequested f ->
                        drafts.add(review.supplement(f, nth(PaperKind.SUPPLEMENT_NOTICE, drafts)));
                case CaseFact.Suspended f when !review.bySupplement(f) ->
                        drafts.add(
                                review.specialProcedure(
                                        f, nth(PaperKind.SPECIAL_PROCEDURE_NOTICE, drafts)));
                case CaseFact.Extended f ->
                        drafts.add(review.extension(f, number(PaperKind.EXTENSION_NOTICE)));
                case CaseFact.Decided f -> drafts.add(f.granted() ? grant(f) : refusal(f));
                default -> {}
            }
        }
        return drafts;
    }

    /**
     * @param number of one among several of a kind, null for the last
     */
    public Optional<Draft> of(PaperKind kind, @Nullable String number) {
        return all().stream()
                .filter(d -> d.kind() == kind)
                .filter(d -> number == null || d.number().equals(number))
                .reduce((_, later) -> later);
    }

    /** Of some kinds a case may have several; they are counted in their numbers. */
    private String nth(PaperKind kind, List<Draft> before) {
        return number(kind) + (1 + before.stream().filter(d -> d.kind() == kind).count());
    }

    private Draft correction(CaseFact.CorrectionRequested f) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.addAll(Wording.missing(f.missing(), f.answerBy()));
        return draft(
                PaperKind.CORRECTION_NOTICE,
                "补正材料一次性告知书",
                f.stamp().occurredAt(),
                List.of(
                        words.received()
                                + "经审查，申请材料不齐全或者不符合法定形式，"
                                + words.law("第三十二条第一款第（四）项")
                                + "现将需要补正的全部内容一次性告知如下。补正后请一并提交；逾期未补正的，可以重新申请。"),
                rows);
    }

    private Draft acceptance(CaseFact.Accepted f) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.add(new Paper.Row("受理日期", Wording.day(f.stamp().occurredAt())));
        rows.addAll(words.dues(f));
        String text =
                f.deemed()
                        ? "本机关未在法定期限内告知是否需要补正，" + words.law("第三十二条第一款第（四）项") + "自收到申请材料之日起即为受理。"
                        : "经审查，申请材料齐全、符合法定形式，" + words.law("第三十二条") + "决定予以受理。";
        return draft(
                PaperKind.ACCEPTANCE_NOTICE,
                "受理通知书",
                f.stamp().occurredAt(),
                List.of(words.received() + text, "依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在上述期限内。"),
                rows);
    }

    private Draft nonAcceptance(CaseFact.AcceptanceRefused f) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.add(new Paper.Row("理由", f.reason()));
        rows.add(new Paper.Row("依据", f.ground()));
        if (f.rightBody() != null) rows.add(new Paper.Row("应向其申请的机关", f.rightBody()));
        return draft(
                PaperKind.NON_ACCEPTANCE_NOTICE,
                "不予受理通知书",
                f.stamp().occurredAt(),
                List.of(words.received() + words.law("第三十二条") + "决定不予受理。", REMEDIES),
                rows);
    }

    private Draft grant(CaseFact.Decided f) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        if (f.validFrom() != null) {
            rows.add(new Paper.Row("有效期", Wording.term(f.validFrom(), f.validTo())));
        }
        return new Draft(
                PaperKind.GRANT,
                words.licence() ? "准予行政许可决定书" : "准予办理决定书",
                f.decisionNumber(),
                f.stamp().occurredAt(),
                List.of(words.received() + "经审查，符合法定条件、标准，" + words.law("第三十八条第一款") + "决定准予。"),
                rows);
    }

    private Draft refusal(CaseFact.Decided f) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.add(new Paper.Row("理由", text(f.reason())));
        rows.add(new Paper.Row("依据", text(f.ground())));
        return new Draft(
                PaperKind.REFUSAL,
                words.licence() ? "不予行政许可决定书" : "不予办理决定书",
                f.decisionNumber(),
                f.stamp().occurredAt(),
                List.of(words.received() + "经审查，" + words.law("第三十八条第二款") + "决定不予准许。", REMEDIES),
                rows);
    }

    /** The certificate itself, whichever of its versions. */
    public Draft certificate(
            String name, String number, LocalDate from, @Nullable LocalDate to, Instant at) {
        return new Draft(
                PaperKind.CERTIFICATE,
                name,
                number,
                at,
                List.of(),
                List.of(
                        new Paper.Row("持证主体", holder),
                        new Paper.Row("许可事项", item.name()),
                        new Paper.Row("有效期", Wording.term(from, to)),
                        new Paper.Row("设定依据", item.legalBasis())));
    }

    private Draft draft(
            PaperKind kind,
            String title,
            Instant at,
            List<String> paragraphs,
            List<Paper.Row> rows) {
        return new Draft(kind, title, number(kind), at, paragraphs, rows);
    }

    private String number(PaperKind kind) {
        return it.header().caseNumber() + "-" + kind.letters();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
