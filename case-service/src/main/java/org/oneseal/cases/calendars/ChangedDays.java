package org.oneseal.cases.calendars;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.CalendarYear;

/**
 * The days from the first to the last that a publication changed: whatever lies outside is counted
 * as before.
 *
 * @param from null where nobody knows from when on
 * @param until null where nobody knows until when
 */
public record ChangedDays(@Nullable LocalDate from, @Nullable LocalDate until) {

    /**
     * What differs, nothing where the same days are worked in the same hours. A year that comes or
     * gets its decree, or other office hours, concern all that follows: later years take over the
     * hours of the last one published.
     *
     * @param before the year as it was known, null where it was not
     */
    public static Optional<ChangedDays> between(@Nullable CalendarYear before, CalendarYear after) {
        if (before == null
                || before.provisional() != after.provisional()
                || !before.officeHours().equals(after.officeHours())) {
            return Optional.of(new ChangedDays(LocalDate.of(after.year(), 1, 1), null));
        }
        SortedSet<LocalDate> changed = new TreeSet<>();
        for (CalendarYear one : new CalendarYear[] {before, after}) {
            changed.addAll(one.holidays().keySet());
            changed.addAll(one.makeUpDays().keySet());
        }
        changed.removeIf(day -> worked(before, day) == worked(after, day));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangedDays(changed.first(), changed.last()));
    }

    private static boolean worked(CalendarYear year, LocalDate day) {
        if (year.makeUpDays().containsKey(day)) return true;
        return day.getDayOfWeek().getValue() < 6 && !year.holidays().containsKey(day);
    }
}
