package org.oneseal.cases.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendars;

/** The phrases that the papers of a case have in common. */
record Wording(Case it, ItemVersion item, WorkCalendars calendars) {

    private static final String LICENCE = "01";
    private static final String LAW = "《中华人民共和国行政许可法》";

    boolean licence() {
        return item.itemType().equals(LICENCE);
    }

    /** The law on licences speaks of licences; of others the item's own basis does. */
    String law(String article) {
        return "根据" + (licence() ? LAW + article : item.legalBasis()) + "的规定，";
    }

    String received() {
        return "你（单位）提出的" + item.name() + "申请，本机关于" + day(it.receivedAt()) + "收到。";
    }

    List<Paper.Row> about() {
        return List.of(
                new Paper.Row("办件编号", it.header().caseNumber()),
                new Paper.Row("申请事项", item.name()));
    }

    /** By when it will be decided, as the clock stood with that fact. */
    List<Paper.Row> dues(CaseFact fact) {
        Deadlines due = it.upTo(fact).deadlines(calendars, fact.stamp().occurredAt());
        List<Paper.Row> rows = new ArrayList<>();
        if (due.legalDue() != null) rows.add(new Paper.Row("法定期限至", day(due.legalDue())));
        if (due.promisedDue() != null) rows.add(new Paper.Row("承诺期限至", day(due.promisedDue())));
        return rows;
    }

    static List<Paper.Row> missing(List<CaseFact.Missing> missing, LocalDate answerBy) {
        List<Paper.Row> rows = new ArrayList<>();
        for (CaseFact.Missing m : missing) {
            String reason = m.reason() == null ? "" : "：" + m.reason();
            rows.add(new Paper.Row("需补正材料", m.name() + reason));
        }
        rows.add(new Paper.Row("补正期限", Layout.chinese(answerBy) + "前"));
        return rows;
    }

    static String day(Instant at) {
        return Layout.chinese(Case.dayOf(at));
    }

    static String term(LocalDate from, @Nullable LocalDate to) {
        return Layout.chinese(from) + "至" + (to == null ? "长期" : Layout.chinese(to));
    }

    static String length(TimeLimit limit) {
        return limit.amount()
                + switch (limit.unit()) {
                    case WORKING_DAY -> "个工作日";
                    case CALENDAR_DAY -> "日";
                    case MONTH -> "个月";
                    case OFFICE_HOUR -> "个工作小时";
                };
    }
}
