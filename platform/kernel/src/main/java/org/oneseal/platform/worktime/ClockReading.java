package org.oneseal.platform.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clock shows: due dates and used time, derived from the ledger alone and so the same in
 * whatever order facts arrived. For why a due date is where it is, see {@link ExplainedDay}.
 *
 * @param startDay day of acceptance, not counted itself; null while the clock has not started
 * @param legalDue by statute, or as the source declares where that is earlier; null where neither
 *     is
 * @param promisedDue by promise, never after the legal one, which it is where nothing is promised
 * @param declaredDue as the source declares
 * @param declaredLater whether the source declares a later date than the law gives: a finding
 * @param stoppedAt decision or end, null while running
 * @param usedWorkdays working days used up to the moment of reading or the stop, both days of rest
 *     and credited suspensions left out (by the statute's course, else the promise's); null without
 *     a calendar or a start
 * @param creditedWorkdays working days of suspension up to that moment that were left out
 * @param rebases decrees that moved the due dates, in order
 */
public record ClockReading(
        @Nullable LocalDate startDay,
        @Nullable Due legalDue,
        @Nullable Due promisedDue,
        @Nullable Instant declaredDue,
        boolean declaredLater,
        @Nullable Instant stoppedAt,
        @Nullable Integer usedWorkdays,
        @Nullable Integer creditedWorkdays,
        List<Procedure> procedures,
        List<ClockFact.Rebased> rebases) {

    /**
     * A special procedure as read.
     *
     * @param to when it ended, null while open
     * @param announcedEnd when its announced length is used up
     * @param overrunWorkdays working days it took beyond that, up to the moment of reading
     */
    public record Procedure(
            String id,
            String kind,
            Instant from,
            @Nullable Instant to,
            Due announcedEnd,
            int overrunWorkdays) {}

    /**
     * Reads the clock as of a moment, which only used time depends on: due dates do not.
     *
     * @throws UnknownYear when the clock touches a year without a calendar
     */
    public static ClockReading of(ClockLedger ledger, WorkCalendar calendar, Instant asOf) {
        Course legal = Course.of(ledger, calendar, Deadline.LEGAL);
        Course promised = Course.of(ledger, calendar, Deadline.PROMISED);
        Instant declared = ledger.declaredDue().orElse(null);
        Instant stopped = ledger.stoppedAt().orElse(null);
        Instant until = stopped != null && stopped.isBefore(asOf) ? stopped : asOf;

        Due legalDue = earlier(legal == null ? null : legal.due(), declared(declared));
        Due promisedDue = earlier(promised == null ? null : promised.due(), legalDue);

        LocalDate startDay =
                ledger.start().map(fact -> calendar.dayOf(fact.occurredAt())).orElse(null);
        Integer used = null;
        Integer credited = null;
        if (startDay != null) {
            Course course = legal != null ? legal : promised;
            List<Course.Span> spans =
                    course != null
                            ? course.creditedDays()
                            : Course.suspensions(ledger, calendar, false);
            LocalDate last = Course.date(until);
            credited = 0;
            for (Course.Span span : spans) {
                credited += workdays(calendar, span, last);
            }
            used = last.isAfter(startDay) ? calendar.workdaysBetween(startDay, last) - credited : 0;
        }
        return new ClockReading(
                startDay,
                legalDue,
                promisedDue,
                declared,
                legal != null && declared != null && declared.isAfter(legal.due().at()),
                stopped,
                used,
                credited,
                ledger.procedures().stream().map(p -> read(p, calendar, until)).toList(),
                ledger.all(ClockFact.Rebased.class).toList());
    }

    /** Reads a clock whose source knows no working days: the declared due date alone governs. */
    public static ClockReading instantsOnly(ClockLedger ledger) {
        Instant declared = ledger.declaredDue().orElse(null);
        return new ClockReading(
                ledger.start().map(fact -> Course.date(fact.occurredAt())).orElse(null),
                declared(declared),
                declared(declared),
                declared,
                false,
                ledger.stoppedAt().orElse(null),
                null,
                null,
                List.of(),
                ledger.all(ClockFact.Rebased.class).toList());
    }

    public @Nullable Due due(Deadline deadline) {
        return deadline == Deadline.LEGAL ? legalDue : promisedDue;
    }

    /** Whether a due date rests on a year without a decree and may still move. */
    public boolean provisional() {
        return (legalDue != null && legalDue.provisional())
                || (promisedDue != null && promisedDue.provisional());
    }

    /** Whether the clock stopped, or at the moment still runs, after the due date. */
    public boolean isLate(Deadline deadline, Instant asOf) {
        Due due = due(deadline);
        return due != null && (stoppedAt != null ? stoppedAt : asOf).isAfter(due.at());
    }

    private static Procedure read(
            ClockLedger.Procedure procedure, WorkCalendar calendar, Instant until) {
        Due announced = Course.announcedEnd(procedure, calendar);
        Instant to = procedure.to();
        LocalDate last = Course.date(to != null && to.isBefore(until) ? to : until);
        int overrun =
                last.isAfter(announced.day()) ? calendar.workdaysBetween(announced.day(), last) : 0;
        return new Procedure(
                procedure.id(), procedure.kind(), procedure.from(), to, announced, overrun);
    }

    private static int workdays(WorkCalendar calendar, Course.Span span, LocalDate last) {
        long to = Math.min(span.to(), last.toEpochDay());
        return to <= span.from()
                ? 0
                : calendar.workdaysBetween(
                        LocalDate.ofEpochDay(span.from()), LocalDate.ofEpochDay(to));
    }

    private static @Nullable Due declared(@Nullable Instant at) {
        return at == null ? null : new Due(Course.date(at), at, false);
    }

    private static @Nullable Due earlier(@Nullable Due a, @Nullable Due b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Due.earlier(a, b);
    }
}
