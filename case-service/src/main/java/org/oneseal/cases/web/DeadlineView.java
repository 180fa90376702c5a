package org.oneseal.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseClock;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.handling.PromiseAfterExtension;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Deadline;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.ExplainedDay;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;

/** By when a case is due, explained day by day in the reader's language. */
record DeadlineView(
        String caseId,
        Instant asOf,
        @Nullable Instant answerDue,
        @Nullable DueView legal,
        @Nullable DueView promised,
        @Nullable Instant declaredDue,
        @Nullable Integer usedWorkdays,
        @Nullable Integer creditedWorkdays,
        boolean provisional,
        String calendarRegion,
        String calendarVersion,
        List<OtherDueView> others,
        List<String> summary) {

    /**
     * Something else that is due: the answer, the correction, the delivery, a step, an opinion.
     *
     * @param name of the step or the department, where it is one's
     * @param due as it was told
     * @param lastDay as counted by today's calendar
     */
    record OtherDueView(
            String what,
            @Nullable String name,
            Instant due,
            LocalDate lastDay,
            boolean late,
            String text,
            List<DayView> days) {}

    record DueView(
            Instant due,
            LocalDate lastDay,
            boolean provisional,
            boolean late,
            List<DayView> days) {}

    record DayView(
            LocalDate date,
            String kind,
            @Nullable String name,
            long count,
            List<String> marks,
            String text) {}

    static DeadlineView of(
            CaseOnFile file, boolean staff, WorkCalendars calendars, Words words, Instant now) {
        Case it = file.value();
        ClockReading reading = CaseClock.reading(it, calendars, now);
        Deadlines due = it.deadlines(calendars, now);
        List<String> summary = new ArrayList<>();
        if (due.answerDue() != null) {
            summary.add(words.of("deadline.answer", Case.dayOf(due.answerDue()).toString()));
        }
        it.acceptance()
                .ifPresent(
                        accepted -> {
                            summary.add(accepted(accepted, words));
                            say(
                                    "deadline.legal",
                                    accepted.legalLimit(),
                                    reading.legalDue(),
                                    words,
                                    summary);
                            say(
                                    "deadline.promised",
                                    accepted.promisedLimit(),
                                    reading.promisedDue(),
                                    words,
                                    summary);
                        });
        it.last(CaseFact.Extended.class)
                .ifPresent(more -> summary.add(extended(it, more, reading, words)));
        if (reading.creditedWorkdays() != null && reading.creditedWorkdays() > 0) {
            summary.add(
                    words.of("deadline.credited", Integer.toString(reading.creditedWorkdays())));
        }
        if (due.provisional()) summary.add(words.of("deadline.provisional"));
        return new DeadlineView(
                it.header().id(),
                now,
                due.answerDue(),
                explained(it, reading, Deadline.LEGAL, calendars, words, now),
                explained(it, reading, Deadline.PROMISED, calendars, words, now),
                due.declaredDue(),
                reading.usedWorkdays(),
                reading.creditedWorkdays(),
                due.provisional(),
                due.calendarRegion(),
                due.calendarVersion(),
                OtherDues.of(it, staff, calendars, words, now),
                summary);
    }

    private static String accepted(CaseFact.Accepted accepted, Words words) {
        return words.of(
                accepted.deemed() ? "deadline.deemed" : "deadline.accepted",
                Case.dayOf(accepted.stamp().occurredAt()).toString());
    }

    private static String extended(
            Case it, CaseFact.Extended more, ClockReading reading, Words words) {
        return words.of(
                "deadline.extended" + ofPromise(it, more, reading.promisedDue()),
                words.of("unit." + more.by().unit().name(), Integer.toString(more.by().amount())),
                Case.dayOf(more.stamp().occurredAt()).toString());
    }

    private static String ofPromise(Case it, CaseFact.Extended more, @Nullable Due promised) {
        return switch (PromiseAfterExtension.of(
                it, more, promised == null ? null : promised.at())) {
            case NONE -> "";
            case STANDS -> ".promise-stands";
            case MOVES -> ".promise-moves";
            case OVER -> ".promise-over";
        };
    }

    private static void say(
            String key,
            @Nullable TimeLimit limit,
            @Nullable Due due,
            Words words,
            List<String> summary) {
        if (limit == null || due == null) return;
        summary.add(
                words.of(
                        key,
                        words.of("unit." + limit.unit().name(), Integer.toString(limit.amount())),
                        due.day().toString()));
    }

    private static @Nullable DueView explained(
            Case it,
            ClockReading reading,
            Deadline deadline,
            WorkCalendars calendars,
            Words words,
            Instant now) {
        Due due = reading.due(deadline);
        if (due == null) return null;
        List<DayView> days = List.of();
        if (!CaseClock.countsInstantsOnly(it)) {
            ClockLedger ledger = CaseClock.ledger(it);
            WorkCalendar calendar = calendars.of(it.header().region());
            days =
                    ExplainedDay.of(ledger, calendar, deadline).stream()
                            .map(day -> view(day, words))
                            .toList();
        }
        return new DueView(
                due.at(), due.day(), due.provisional(), reading.isLate(deadline, now), days);
    }

    private static DayView view(ExplainedDay day, Words words) {
        return view(day, day.marks().stream().map(Enum::name).sorted().toList(), words);
    }

    static DayView view(ExplainedDay day, List<String> marks, Words words) {
        var text =
                new StringBuilder(
                        words.of(
                                "day." + day.kind().name(),
                                Long.toString(day.count()),
                                day.name() == null ? "" : day.name()));
        for (String mark : marks) {
            text.append(words.of("deadline.separator")).append(words.of("mark." + mark));
        }
        return new DayView(
                day.date(), day.kind().name(), day.name(), day.count(), marks, text.toString());
    }
}
