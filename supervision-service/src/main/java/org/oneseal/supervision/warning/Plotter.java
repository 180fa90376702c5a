package org.oneseal.supervision.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.watching.Dues;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watch;

/** Lays the thresholds of the rules on a watch's way. Pure. */
public final class Plotter {

    private static final ZoneId ZONE = WorkCalendar.ZONE;

    private final Norms norms;
    private final CardRules rules;

    public Plotter(Norms norms, CardRules rules) {
        this.norms = norms;
        this.rules = rules;
    }

    /** The course of a watch; what lies behind its end is left out. */
    public Course course(Watch watch) {
        WorkCalendar calendar = norms.calendar(watch.head().region()).orElse(null);
        LocalDate opened = LocalDate.ofInstant(watch.openedAt(), ZONE);
        List<Crossing> crossings = new ArrayList<>();
        for (CardRule rule :
                rules.of(watch.kind(), watch.head().region(), watch.head().itemCode(), opened)) {
            if (!rule.measure().isOnCourse() || !rules.applies(rule, watch)) continue;
            crossing(rule, watch, calendar)
                    .filter(c -> watch.closedAt() == null || !c.at().isAfter(watch.closedAt()))
                    .ifPresent(crossings::add);
        }
        return new Course(crossings);
    }

    private static Optional<Crossing> crossing(
            CardRule rule, Watch watch, @Nullable WorkCalendar calendar) {
        Dues dues = watch.dues();
        boolean declaredRule = rule.measure() == Measure.DECLARED_PAST;
        if (declaredRule != dues.instantsOnly()) return Optional.empty();
        Instant due =
                switch (rule.measure()) {
                    case REMAINING, PROMISE_OVERDUE -> dues.promise();
                    case STATUTE_OVERDUE, DECLARED_PAST, OCCURRED -> dues.statutory();
                    case UNANSWERED, MANUAL -> null;
                };
        if (due == null) return Optional.empty();
        Instant at = threshold(rule, due, calendar);
        if (at == null) return Optional.empty();
        if (at.isBefore(watch.openedAt()) && rule.measure() == Measure.REMAINING) {
            at = watch.openedAt();
        }
        return Optional.of(new Crossing(rule.code(), rule.version(), rule.colour(), at, due));
    }

    private static @Nullable Instant threshold(
            CardRule rule, Instant due, @Nullable WorkCalendar calendar) {
        try {
            if (rule.measure() == Measure.REMAINING) {
                return calendar == null
                        ? null
                        : calendar.minus(due, new TimeLimit(rule.amount(), rule.unit()));
            }
            if (rule.measure() == Measure.OCCURRED) return due;
            // Past begins with the first instant after the due date that a table can tell apart.
            if (rule.amount() == 0) return due.plus(1, ChronoUnit.MICROS);
            LocalDate day = LocalDate.ofInstant(due, ZONE);
            if (rule.unit() == LimitUnit.CALENDAR_DAY) {
                return day.plusDays(rule.amount()).atStartOfDay(ZONE).toInstant();
            }
            if (rule.unit() == LimitUnit.MONTH) {
                return day.plusMonths(rule.amount()).atStartOfDay(ZONE).toInstant();
            }
            if (calendar == null) return null;
            return switch (rule.unit()) {
                case WORKING_DAY ->
                        calendar.plusWorkdays(day, rule.amount()).atStartOfDay(ZONE).toInstant();
                case OFFICE_HOUR ->
                        calendar.plusOfficeTime(due, java.time.Duration.ofHours(rule.amount()));
                case CALENDAR_DAY, MONTH ->
                        throw new IllegalStateException("counted above: " + rule.unit());
            };
        } catch (UnknownYear e) {
            return null;
        }
    }
}
