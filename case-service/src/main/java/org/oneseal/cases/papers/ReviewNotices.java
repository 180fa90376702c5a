package org.oneseal.cases.papers;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.papers.PaperText.Draft;

/** What the applicant is told in writing between acceptance and decision. */
record ReviewNotices(Wording words) {

    /** What the review needs beside (审查阶段补正), and whether the clock stops for it. */
    Draft supplement(HandlingFact.SupplementRequested f, String number) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.addAll(Wording.missing(f.missing(), f.answerBy()));
        String clock = f.procedureId() == null ? "补正期间，办理期限继续计算。" : "依照本事项的规定，补正所需时间不计算在办理期限内。";
        return new Draft(
                PaperKind.SUPPLEMENT_NOTICE,
                "审查阶段补正材料告知书",
                number,
                f.stamp().occurredAt(),
                List.of(words.received() + "本机关已经受理。审查中发现需要补正下列材料，请在补正期限内提交。" + clock),
                rows);
    }

    /** Its time is told by the {@linkplain #supplement notice} that asks for it. */
    boolean bySupplement(CaseFact.Suspended f) {
        return words.it().facts().stream()
                .anyMatch(
                        fact ->
                                fact instanceof HandlingFact.SupplementRequested asked
                                        && f.procedureId().equals(asked.procedureId()));
    }

    /** The time it takes is told in writing (行政许可法 art. 45). */
    Draft specialProcedure(CaseFact.Suspended f, String number) {
        String name =
                words.item()
                        .specialProcedure(f.kind())
                        .map(ItemVersion.SpecialProcedure::called)
                        .orElse(f.kind());
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.add(new Paper.Row("特别程序", name));
        rows.add(new Paper.Row("理由", f.reason()));
        rows.add(new Paper.Row("依据", f.ground()));
        rows.add(new Paper.Row("所需时间", f.announcedDays() + "个工作日"));
        rows.addAll(words.dues(f));
        return new Draft(
                PaperKind.SPECIAL_PROCEDURE_NOTICE,
                "特别程序告知书",
                number,
                f.stamp().occurredAt(),
                List.of(
                        words.received()
                                + "现需依法进行"
                                + name
                                + "，"
                                + words.law("第四十五条")
                                + "所需时间不计算在办理期限内，现将所需时间书面告知。提前结束的，只扣除实际所用的时间；超过所需时间的部分计入办理期限。"),
                rows);
    }

    /** The reasons are told to the applicant (行政许可法 art. 42). */
    Draft extension(CaseFact.Extended f, String number) {
        List<Paper.Row> rows = new ArrayList<>(words.about());
        rows.add(new Paper.Row("延长期限", Wording.length(f.by())));
        rows.add(new Paper.Row("延长理由", f.reason()));
        if (f.approvalNumber() != null) rows.add(new Paper.Row("批准文号", f.approvalNumber()));
        rows.addAll(words.dues(f));
        return new Draft(
                PaperKind.EXTENSION_NOTICE,
                "延长办理期限告知书",
                number,
                f.stamp().occurredAt(),
                List.of(
                        words.received()
                                + "因在规定期限内不能作出决定，"
                                + words.law("第四十二条")
                                + "经批准延长办理期限，现将延长期限的理由告知如下。"),
                rows);
    }
}
