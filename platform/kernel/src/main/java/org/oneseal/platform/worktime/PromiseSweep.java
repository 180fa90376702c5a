package org.oneseal.platform.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the days on which a promise would end after the statute does, though it is the shorter by
 * the table ({@link UnitTable}); on such days the statute governs.
 */
public final class PromiseSweep {

    private PromiseSweep() {}

    /** A day of acceptance from which the promised due date falls after the legal one. */
    public record Offender(LocalDate startDay, Due promised, Due legal) {}

    /**
     * The offending days among all of some years from the date on, accepted at the day's opening.
     */
    public static List<Offender> offenders(
            WorkCalendar calendar, TimeLimit promised, TimeLimit legal, LocalDate from, int years) {
        List<Offender> found = new ArrayList<>();
        LocalDate end = from.plusYears(years);
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            Instant opening =
                    day.atTime(calendar.officeHours(day).spans().getFirst().from())
                            .atZone(WorkCalendar.ZONE)
                            .toInstant();
            Due promise = calendar.due(opening, promised);
            Due law = calendar.due(opening, legal);
            if (promise.at().isAfter(law.at())) {
                found.add(new Offender(day, promise, law));
            }
        }
        return found;
    }
}
