package org.oneseal.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.OtherDue;
import org.oneseal.cases.web.DeadlineView.DayView;
import org.oneseal.cases.web.DeadlineView.OtherDueView;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Deadline;
import org.oneseal.platform.worktime.ExplainedDay;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;

/** What else is due in a case, explained day by day like the decision. */
final class OtherDues {

    private OtherDues() {}

    static List<OtherDueView> of(
            Case it, boolean staff, WorkCalendars calendars, Words words, Instant now) {
        List<OtherDue> dues =
                OtherDue.of(it, calendars, now).stream()
                        .filter(due -> staff || due.what().forApplicants())
                        .toList();
        if (dues.isEmpty()) return List.of();
        WorkCalendar calendar = calendars.of(it.header().region());
        return dues.stream().map(due -> view(due, calendar, words, now)).toList();
    }

    private static OtherDueView view(
            OtherDue due, WorkCalendar calendar, Words words, Instant now) {
        ClockReading reading = ClockReading.of(due.counted(), calendar, now);
        List<DayView> days =
                ExplainedDay.of(due.counted(), calendar, Deadline.LEGAL).stream()
                        .map(day -> DeadlineView.view(day, marks(day), words))
                        .toList();
        String name = due.name() == null ? "" : due.name();
        String limit =
                words.of(
                        "unit." + due.limit().unit().name(),
                        Integer.toString(due.limit().amount()));
        return new OtherDueView(
                due.what().name(),
                due.name(),
                due.due(),
                Objects.requireNonNull(reading.legalDue()).day(),
                now.isAfter(due.due()),
                words.of(
                                "deadline." + due.what().name(),
                                name,
                                limit,
                                Case.dayOf(due.due()).toString(),
                                Case.dayOf(due.from()).toString())
                        + credited(days, words),
                days);
    }

    /** What is left out on the way to the last day, told where anything is. */
    private static String credited(List<DayView> days, Words words) {
        long credited = days.stream().filter(day -> day.kind().equals("SUSPENDED")).count();
        return credited == 0
                ? ""
                : words.of("deadline.separator")
                        + words.of("deadline.credited", Long.toString(credited));
    }

    /** Nothing is promised beside the statute here: there is one due date, and it has one name. */
    private static List<String> marks(ExplainedDay day) {
        return day.marks().stream()
                .filter(mark -> mark != ExplainedDay.Mark.PROMISED_DUE)
                .map(mark -> mark == ExplainedDay.Mark.LEGAL_DUE ? "DUE" : mark.name())
                .sorted()
                .toList();
    }
}
