package org.oneseal.platform.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One day in the explanation of a due date, as data; the texts are the reader's side.
 *
 * @param name of the holiday, also of the one a make-up day is worked for; else null
 * @param procedures ids of the special procedures running that day; on a counted day they run
 *     longer than announced
 * @param count of the limit's unit used by the end of the day; months are counted in days
 * @param marks what else happened or fell due on the day
 */
public record ExplainedDay(
        LocalDate date,
        Kind kind,
        @Nullable String name,
        List<String> procedures,
        long count,
        Set<Mark> marks) {

    /** How a day counts. */
    public enum Kind {
        /** The day of acceptance, not counted. */
        START,
        COUNTED,
        /** Counted: a weekend day worked in exchange. */
        MAKE_UP,
        /** Not counted: weekend. */
        REST_DAY,
        HOLIDAY,
        /** Not counted: a special procedure runs. */
        SUSPENDED,
        /** Not counted: the limit ended on a day of rest and its end moves on. */
        MOVED_ON
    }

    /** What a day is marked with. */
    public enum Mark {
        SUSPENDED,
        RESUMED,
        EXTENDED,
        REBASED,
        STOPPED,
        PROMISED_DUE,
        LEGAL_DUE
    }

    /**
     * Every day from acceptance to the due date, or to the stop where that is later; empty where
     * the deadline has no limit.
     */
    public static List<ExplainedDay> of(
            ClockLedger ledger, WorkCalendar calendar, Deadline deadline) {
        Course course = Course.of(ledger, calendar, deadline);
        if (course == null) {
            return List.of();
        }
        ClockReading reading = ClockReading.of(ledger, calendar, course.due().at());
        LocalDate last = course.due().day();
        if (reading.stoppedAt() != null && Course.date(reading.stoppedAt()).isAfter(last)) {
            last = Course.date(reading.stoppedAt());
        }
        List<ExplainedDay> days = new ArrayList<>();
        long count = 0;
        for (LocalDate date = course.startDay(); !date.isAfter(last); date = date.plusDays(1)) {
            CalendarDay day = calendar.day(date);
            Kind kind = kind(course, day);
            if (course.countsHours()) {
                count = course.secondsUntil(endOf(date, course.due(), reading.stoppedAt())) / 3600;
            } else if (kind == Kind.COUNTED || kind == Kind.MAKE_UP) {
                count++;
            }
            days.add(
                    new ExplainedDay(
                            date,
                            kind,
                            day.name(),
                            running(reading, date),
                            count,
                            marks(course, reading, date)));
        }
        return days;
    }

    /**
     * Until when a day's office hours are counted: to the due moment or the stop if it is theirs.
     */
    private static Instant endOf(LocalDate date, Due due, @Nullable Instant stop) {
        if (date.equals(due.day())) {
            return due.at();
        }
        return stop != null && stop.isAfter(due.at()) && date.equals(Course.date(stop))
                ? stop
                : date.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static Kind kind(Course course, CalendarDay day) {
        LocalDate date = day.date();
        LimitUnit unit = course.limit().unit();
        boolean daily = unit == LimitUnit.CALENDAR_DAY || unit == LimitUnit.MONTH;
        if (date.equals(course.startDay()) && !course.countsHours()) {
            return Kind.START;
        }
        if (daily && date.isAfter(course.end()) && !date.isAfter(course.due().day())) {
            return Kind.MOVED_ON;
        }
        if (!daily && !day.isWorkday()) {
            return day.kind() == CalendarDay.Kind.HOLIDAY ? Kind.HOLIDAY : Kind.REST_DAY;
        }
        long at = date.toEpochDay();
        if (course.creditedDays().stream().anyMatch(s -> s.from() < at && at <= s.to())) {
            return Kind.SUSPENDED;
        }
        return day.kind() == CalendarDay.Kind.MAKE_UP ? Kind.MAKE_UP : Kind.COUNTED;
    }

    private static List<String> running(ClockReading reading, LocalDate date) {
        return reading.procedures().stream()
                .filter(p -> Course.date(p.from()).isBefore(date))
                .filter(p -> p.to() == null || !Course.date(p.to()).isBefore(date))
                .map(ClockReading.Procedure::id)
                .toList();
    }

    private static Set<Mark> marks(Course course, ClockReading reading, LocalDate date) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (ClockReading.Procedure procedure : reading.procedures()) {
            if (Course.date(procedure.from()).equals(date)) {
                marks.add(Mark.SUSPENDED);
            }
            if (procedure.to() != null && Course.date(procedure.to()).equals(date)) {
                marks.add(Mark.RESUMED);
            }
        }
        if (course.extensions().stream().anyMatch(e -> Course.date(e.occurredAt()).equals(date))) {
            marks.add(Mark.EXTENDED);
        }
        if (reading.rebases().stream().anyMatch(r -> Course.date(r.occurredAt()).equals(date))) {
            marks.add(Mark.REBASED);
        }
        if (reading.stoppedAt() != null && Course.date(reading.stoppedAt()).equals(date)) {
            marks.add(Mark.STOPPED);
        }
        if (reading.promisedDue() != null && reading.promisedDue().day().equals(date)) {
            marks.add(Mark.PROMISED_DUE);
        }
        if (reading.legalDue() != null && reading.legalDue().day().equals(date)) {
            marks.add(Mark.LEGAL_DUE);
        }
        return marks;
    }
}
