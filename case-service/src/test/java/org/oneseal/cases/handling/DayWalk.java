package org.oneseal.cases.handling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock as somebody with a wall calendar and a pencil keeps it: one day after the other, one
 * stroke a day. Shares nothing with what it checks.
 */
final class DayWalk {

    /** A special procedure as noted: the day it began, its announced length, the day it ended. */
    static final class Pause {
        final LocalDate from;
        final int announced;
        @Nullable LocalDate to;

        Pause(LocalDate from, int announced) {
            this.from = from;
            this.announced = announced;
        }
    }

    final Set<LocalDate> holidays = new HashSet<>();
    final List<Pause> pauses = new ArrayList<>();
    @Nullable LocalDate accepted;
    @Nullable LocalDate stopped;
    int legal;
    int promised;
    int extension;
    boolean promiseMoves;
    @Nullable LocalDate extendedOn;

    DayWalk() {
        for (int day = 29; day <= 30; day++) holidays.add(LocalDate.of(2023, 4, day));
        for (int day = 1; day <= 3; day++) holidays.add(LocalDate.of(2023, 5, day));
    }

    boolean works(LocalDate day) {
        if (day.equals(LocalDate.of(2023, 4, 23)) || day.equals(LocalDate.of(2023, 5, 6))) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    LocalDate workdaysAfter(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            if (works(at)) left--;
        }
        return at;
    }

    /** The last day that a procedure keeps the clock standing. */
    LocalDate endOf(Pause pause) {
        LocalDate end = workdaysAfter(pause.from, pause.announced);
        if (pause.to != null && pause.to.isBefore(end)) end = pause.to;
        if (stopped != null && stopped.isBefore(end)) end = stopped;
        return end;
    }

    boolean stands(LocalDate day) {
        for (Pause pause : pauses) {
            if (day.isAfter(pause.from) && !day.isAfter(endOf(pause))) return true;
        }
        return false;
    }

    @Nullable LocalDate legalDue() {
        return accepted == null ? null : due(accepted, legal + extension, true);
    }

    @Nullable LocalDate promisedDue() {
        if (accepted == null) return null;
        LocalDate promise = due(accepted, promised + promiseMovedBy(), true);
        LocalDate law = due(accepted, legal + extension, true);
        return promise.isBefore(law) ? promise : law;
    }

    /** The extension's days where the item gives them to the promise and it was not yet broken. */
    int promiseMovedBy() {
        if (!promiseMoves || accepted == null || extendedOn == null) return 0;
        return extendedOn.isAfter(due(accepted, promised, true)) ? 0 : extension;
    }

    LocalDate due(LocalDate start, int days, boolean withPauses) {
        LocalDate at = start;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (works(at) && !(withPauses && stands(at))) left--;
        }
        if (!withPauses) return at;
        // What began in time and stands beyond the last day takes the last day along.
        for (LocalDate next = at.plusDays(1); stands(next) && beganBy(next, at); ) {
            if (works(next)) at = next;
            next = next.plusDays(1);
        }
        return at;
    }

    /** Whether the unbroken stand in which this day lies began on or before the other. */
    private boolean beganBy(LocalDate day, LocalDate last) {
        LocalDate at = day;
        while (stands(at)) at = at.minusDays(1);
        return !at.isAfter(last);
    }

    /** Working days after acceptance, up to a day, on which the clock stood. */
    int credited(LocalDate until) {
        LocalDate due = legalDue();
        int count = 0;
        if (accepted == null || due == null) return 0;
        for (LocalDate at = accepted.plusDays(1); !at.isAfter(until); at = at.plusDays(1)) {
            if (works(at) && stands(at) && beganBy(at, due)) count++;
        }
        return count;
    }
}
