package org.oneseal.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * In what circumstances something is asked of a case.
 *
 * @param item the version that counts for the case
 * @param inForce the version that acceptance would pin now
 * @param nextId for a notice or a procedure that is born here
 */
public record Situation(
        ItemVersion item,
        Handler by,
        WorkCalendars calendars,
        Instant now,
        Supplier<ItemVersion> inForce,
        Supplier<String> nextId) {

    /** For what needs no new ids and no other version: timers. */
    public static Situation of(ItemVersion item, Handler by, WorkCalendars calendars, Instant now) {
        return new Situation(
                item,
                by,
                calendars,
                now,
                () -> item,
                () -> {
                    throw new IllegalStateException("nothing is born here");
                });
    }

    public Stamp stamp() {
        return new Stamp(now, now, by.subject(), by.actingFor());
    }

    public LocalDate today() {
        return Case.dayOf(now);
    }
}
