package org.oneseal.platform.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one limit of a clock runs (行政许可法 art. 42 and 45): where it starts, what moves it and where it
 * ends. A suspension is credited from the day after its start to its end, at most as long as
 * announced; overlapping ones count once. What begins after the due date has passed moves nothing.
 */
final class Course {

    /** From exclusive to inclusive, in epoch days or, for office hours, in epoch seconds. */
    record Span(long from, long to) {}

    private final WorkCalendar calendar;
    private final TimeLimit limit;
    private final Instant start;
    private final LocalDate startDay;
    private final List<Span> credited;
    private final List<ClockFact.Extended> extensions;
    private final LocalDate end;
    private final Due due;

    private Course(
            WorkCalendar calendar,
            TimeLimit limit,
            Instant start,
            List<Span> credited,
            List<ClockFact.Extended> extensions) {
        this.calendar = calendar;
        this.limit = limit;
        this.start = start;
        this.startDay = calendar.dayOf(start);
        this.credited = credited;
        this.extensions = extensions;
        int own = limit.amount();
        List<TimeLimit> others = new ArrayList<>();
        for (ClockFact.Extended extension : extensions) {
            if (extension.by().unit() == limit.unit()) {
                own += extension.by().amount();
            } else if (extension.by().amount() > 0) {
                others.add(extension.by());
            }
        }
        LocalDate last = own == 0 || countsHours() ? null : lastDay(own);
        Due moved = last == null ? dueWithoutDays(own) : dueOn(last);
        others.sort(Comparator.comparing(TimeLimit::unit).thenComparing(TimeLimit::amount));
        for (TimeLimit by : others) {
            Due next = calendar.due(moved.day(), moved.at(), by);
            moved = new Due(next.day(), next.at(), moved.provisional() || next.provisional());
        }
        this.due = moved;
        this.end = last == null || !others.isEmpty() ? moved.day() : last;
    }

    /** The course of a deadline; null while the clock has not started or where it has no limit. */
    static @Nullable Course of(ClockLedger ledger, WorkCalendar calendar, Deadline deadline) {
        ClockFact.Accepted accepted = ledger.start().orElse(null);
        if (accepted == null) {
            return null;
        }
        TimeLimit limit = deadline == Deadline.LEGAL ? accepted.legal() : accepted.promised();
        if (limit == null) {
            return null;
        }
        Instant start = accepted.occurredAt();
        Instant stop = ledger.stoppedAt().orElse(Instant.MAX);
        List<Span> suspensions =
                suspensions(ledger, calendar, limit.unit() == LimitUnit.OFFICE_HOUR);
        List<ClockFact.Extended> extensions =
                ledger.all(ClockFact.Extended.class)
                        .filter(fact -> deadline == Deadline.LEGAL || fact.movesPromise())
                        .filter(fact -> !fact.occurredAt().isBefore(start))
                        .filter(fact -> !fact.occurredAt().isAfter(stop))
                        .toList();
        Course course = new Course(calendar, limit, start, List.of(), List.of());
        while (true) {
            Course reached = course;
            List<Span> credited =
                    suspensions.stream().filter(span -> span.from() <= reached.reach()).toList();
            List<ClockFact.Extended> effective =
                    extensions.stream().filter(reached::isInTime).toList();
            if (credited.equals(course.credited) && effective.equals(course.extensions)) {
                return course;
            }
            course = new Course(calendar, limit, start, credited, effective);
        }
    }

    /** The suspensions of a running clock as a union, in order. */
    static List<Span> suspensions(ClockLedger ledger, WorkCalendar calendar, boolean hours) {
        ClockFact.Accepted accepted = ledger.start().orElse(null);
        if (accepted == null) {
            return List.of();
        }
        Instant stop = ledger.stoppedAt().orElse(Instant.MAX);
        long start =
                hours
                        ? accepted.occurredAt().getEpochSecond()
                        : calendar.dayOf(accepted.occurredAt()).toEpochDay();
        List<Span> spans = new ArrayList<>();
        for (ClockLedger.Procedure procedure : ledger.procedures()) {
            if (procedure.announced().amount() == 0) {
                continue;
            }
            Due announced = announcedEnd(procedure, calendar);
            Instant ended = procedure.to() == null ? stop : earlier(procedure.to(), stop);
            Span span =
                    hours
                            ? new Span(
                                    Math.max(start, procedure.from().getEpochSecond()),
                                    earlier(announced.at(), ended).getEpochSecond())
                            : new Span(
                                    Math.max(start, date(procedure.from()).toEpochDay()),
                                    ended.isAfter(announced.at())
                                            ? announced.day().toEpochDay()
                                            : date(ended).toEpochDay());
            if (span.from() < span.to()) {
                spans.add(span);
            }
        }
        return union(spans);
    }

    /** When a special procedure has used up its announced length, counted from the next day. */
    static Due announcedEnd(ClockLedger.Procedure procedure, WorkCalendar calendar) {
        return calendar.due(date(procedure.from()), procedure.from(), procedure.announced());
    }

    static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    LocalDate startDay() {
        return startDay;
    }

    TimeLimit limit() {
        return limit;
    }

    List<ClockFact.Extended> extensions() {
        return extensions;
    }

    /** The last day that the limit counts, before a day of rest moves it on. */
    LocalDate end() {
        return end;
    }

    Due due() {
        return due;
    }

    boolean countsHours() {
        return limit.unit() == LimitUnit.OFFICE_HOUR;
    }

    /** The credited suspensions by days, also where the limit counts hours. */
    List<Span> creditedDays() {
        return countsHours()
                ? union(
                        credited.stream()
                                .map(span -> new Span(day(span.from()), day(span.to())))
                                .filter(span -> span.from() < span.to())
                                .toList())
                : credited;
    }

    /** Office seconds counted from the start to an instant, without credited suspensions. */
    long secondsUntil(Instant at) {
        long credit = 0;
        for (Span span : credited) {
            Instant from = Instant.ofEpochSecond(span.from());
            Instant to = earlier(Instant.ofEpochSecond(span.to()), at);
            if (from.isBefore(to)) {
                credit += calendar.officeTimeBetween(from, to).toSeconds();
            }
        }
        return calendar.officeTimeBetween(start, at).toSeconds() - credit;
    }

    /** The day on which a limit of days or months ends; a suspension on its way moves it on. */
    private LocalDate lastDay(int own) {
        LocalDate last =
                switch (limit.unit()) {
                    case MONTH -> startDay.plusMonths(own);
                    case CALENDAR_DAY -> startDay.plusDays(own);
                    case WORKING_DAY, OFFICE_HOUR -> calendar.plusWorkdays(startDay, own);
                };
        for (Span span : credited) {
            if (limit.unit() == LimitUnit.WORKING_DAY) {
                last = calendar.plusWorkdays(last, workdays(span));
            } else if (span.from() <= last.toEpochDay()) {
                last = last.plusDays(span.to() - span.from());
            } else {
                last = later(last, LocalDate.ofEpochDay(span.to()));
            }
        }
        return last;
    }

    /** The due of a limit that ends at once, or is counted in office hours. */
    private Due dueWithoutDays(int own) {
        if (own == 0) {
            LocalDate day = calendar.due(startDay, start, limit).day();
            for (Span span : creditedDays()) {
                day = later(day, LocalDate.ofEpochDay(span.to()));
            }
            return dueOn(day);
        }
        Duration time = Duration.ofHours(own);
        for (Span span : credited) {
            time =
                    time.plus(
                            calendar.officeTimeBetween(
                                    Instant.ofEpochSecond(span.from()),
                                    Instant.ofEpochSecond(span.to())));
        }
        return calendar.dueAt(startDay, calendar.plusOfficeTime(start, time));
    }

    private Due dueOn(LocalDate last) {
        return calendar.dueOn(startDay, calendar.rollForward(last));
    }

    private int workdays(Span span) {
        return calendar.workdaysBetween(
                LocalDate.ofEpochDay(span.from()), LocalDate.ofEpochDay(span.to()));
    }

    private long reach() {
        return countsHours() ? due.at().getEpochSecond() : due.day().toEpochDay();
    }

    private boolean isInTime(ClockFact.Extended extension) {
        Instant at = extension.occurredAt();
        return countsHours() ? !at.isAfter(due.at()) : !date(at).isAfter(due.day());
    }

    private static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Span::from));
        List<Span> apart = new ArrayList<>();
        for (Span span : sorted) {
            if (!apart.isEmpty() && span.from() <= apart.getLast().to()) {
                Span last = apart.removeLast();
                apart.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }

    private static long day(long epochSecond) {
        return date(Instant.ofEpochSecond(epochSecond)).toEpochDay();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
