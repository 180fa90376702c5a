package org.oneseal.cases.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * What the papers of a case say, written from its facts. Official papers are in Chinese only; what
 * is shown beside them is in the reader's language.
 */
public final class PaperText {

    private static final String LICENCE = "01";
    private static final String LAW = "《中华人民共和国行政许可法》";
    private static final String REMEDIES =
            "如不服本决定，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法直接向人民法院提起行政诉讼。";

    private final Case it;
    private final ItemVersion item;
    private final WorkCalendars calendars;
    private final String holder;

    public PaperText(Case it, ItemVersion item, WorkCalendars calendars, String holder) {
        this.it = it;
        this.item = item;
        this.calendars = calendars;
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
                case CaseFact.Decided f -> drafts.add(f.granted() ? grant(f) : refusal(f));
                default -> {}
            }
        }
        return drafts;
    }

    public Optional<Draft> of(PaperKind kind) {
        return all().stream().filter(d -> d.kind() == kind).reduce((_, later) -> later);
    }

    private Draft correction(CaseFact.CorrectionRequested f) {
        List<Paper.Row> rows = new ArrayList<>(about());
        for (CaseFact.Missing m : f.missing()) {
            rows.add(
                    new Paper.Row(
                            "需补正材料", m.name() + (m.reason() == null ? "" : "：" + m.reason())));
        }
        rows.add(new Paper.Row("补正期限", Layout.chinese(f.answerBy()) + "前"));
        return draft(
                PaperKind.CORRECTION_NOTICE,
                "补正材料一次性告知书",
                f.stamp().occurredAt(),
                List.of(
                        received()
                                + "经审查，申请材料不齐全或者不符合法定形式，"
                                + law("第三十二条第一款第（四）项")
                                + "现将需要补正的全部内容一次性告知如下。补正后请一并提交；逾期未补正的，可以重新申请。"),
                rows);
    }

    private Draft acceptance(CaseFact.Accepted f) {
        Deadlines due = it.upTo(f).deadlines(calendars, f.stamp().occurredAt());
        List<Paper.Row> rows = new ArrayList<>(about());
        rows.add(new Paper.Row("受理日期", day(f.stamp().occurredAt())));
        if (due.legalDue() != null) rows.add(new Paper.Row("法定期限至", day(due.legalDue())));
        if (due.promisedDue() != null) rows.add(new Paper.Row("承诺期限至", day(due.promisedDue())));
        String text =
                f.deemed()
                        ? "本机关未在法定期限内告知是否需要补正，" + law("第三十二条第一款第（四）项") + "自收到申请材料之日起即为受理。"
                        : "经审查，申请材料齐全、符合法定形式，" + law("第三十二条") + "决定予以受理。";
        return draft(
                PaperKind.ACCEPTANCE_NOTICE,
                "受理通知书",
                f.stamp().occurredAt(),
                List.of(received() + text, "依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在上述期限内。"),
                rows);
    }

    private Draft nonAcceptance(CaseFact.AcceptanceRefused f) {
        List<Paper.Row> rows = new ArrayList<>(about());
        rows.add(new Paper.Row("理由", f.reason()));
        rows.add(new Paper.Row("依据", f.ground()));
        if (f.rightBody() != null) rows.add(new Paper.Row("应向其申请的机关", f.rightBody()));
        return draft(
                PaperKind.NON_ACCEPTANCE_NOTICE,
                "不予受理通知书",
                f.stamp().occurredAt(),
                List.of(received() + law("第三十二条") + "决定不予受理。", REMEDIES),
                rows);
    }

    private Draft grant(CaseFact.Decided f) {
        List<Paper.Row> rows = new ArrayList<>(about());
        if (f.validFrom() != null) {
            rows.add(new Paper.Row("有效期", term(f.validFrom(), f.validTo())));
        }
        return new Draft(
                PaperKind.GRANT,
                licence() ? "准予行政许可决定书" : "准予办理决定书",
                f.decisionNumber(),
                f.stamp().occurredAt(),
                List.of(received() + "经审查，符合法定条件、标准，" + law("第三十八条第一款") + "决定准予。"),
                rows);
    }

    private Draft refusal(CaseFact.Decided f) {
        List<Paper.Row> rows = new ArrayList<>(about());
        rows.add(new Paper.Row("理由", text(f.reason())));
        rows.add(new Paper.Row("依据", text(f.ground())));
        return new Draft(
                PaperKind.REFUSAL,
                licence() ? "不予行政许可决定书" : "不予办理决定书",
                f.decisionNumber(),
                f.stamp().occurredAt(),
                List.of(received() + "经审查，" + law("第三十八条第二款") + "决定不予准许。", REMEDIES),
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
                        new Paper.Row("有效期", term(from, to)),
                        new Paper.Row("设定依据", item.legalBasis())));
    }

    private Draft draft(
            PaperKind kind,
            String title,
            Instant at,
            List<String> paragraphs,
            List<Paper.Row> rows) {
        String number = it.header().caseNumber() + "-" + kind.letters();
        return new Draft(kind, title, number, at, paragraphs, rows);
    }

    private List<Paper.Row> about() {
        return List.of(
                new Paper.Row("办件编号", it.header().caseNumber()),
                new Paper.Row("申请事项", item.name()));
    }

    private String received() {
        return "你（单位）提出的" + item.name() + "申请，本机关于" + day(it.receivedAt()) + "收到。";
    }

    /** The law on licences speaks of licences; of others the item's own basis does. */
    private String law(String article) {
        return "根据" + (licence() ? LAW + article : item.legalBasis()) + "的规定，";
    }

    private boolean licence() {
        return item.itemType().equals(LICENCE);
    }

    private static String day(Instant at) {
        return Layout.chinese(Case.dayOf(at));
    }

    private static String term(LocalDate from, @Nullable LocalDate to) {
        return Layout.chinese(from) + "至" + (to == null ? "长期" : Layout.chinese(to));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
