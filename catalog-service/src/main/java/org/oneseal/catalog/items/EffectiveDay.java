package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/** From when a version may count: items, packages and data resources have the same rules. */
public final class EffectiveDay {

    private EffectiveDay() {}

    /**
     * What stands against a day.
     *
     * @param last from when the version before counts, null where there is none
     */
    public static List<Objection> against(
            LocalDate effectiveFrom, LocalDate today, @Nullable LocalDate last) {
        List<Objection> objections = new ArrayList<>();
        if (effectiveFrom.isBefore(today)) {
            objections.add(
                    Objection.of("effective-in-the-past", effectiveFrom.toString())
                            .at("/effectiveFrom"));
        }
        if (last != null && effectiveFrom.isBefore(last)) {
            objections.add(
                    Objection.of("effective-before-last-version", last.toString())
                            .at("/effectiveFrom"));
        }
        return objections;
    }
}
