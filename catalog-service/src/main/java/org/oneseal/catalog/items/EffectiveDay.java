package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/** From when a version may count: the same for items, powers, packages and data resources. */
public final class EffectiveDay {

    private EffectiveDay() {}

    /**
     * The first day on which it can begin or end: the one wished for, today where that has passed.
     */
    public static LocalDate soonest(LocalDate wished, LocalDate today) {
        return wished.isBefore(today) ? today : wished;
    }

    /**
     * What stands against a day.
     *
     * @param last from when the version before counts, null where there is none
     */
    public static List<Objection> against(
            LocalDate effectiveFrom, LocalDate today, @Nullable LocalDate last) {
        return against(effectiveFrom, today, last, null);
    }

    /**
     * What stands against a day.
     *
     * @param last from when the version before counts, null where there is none
     * @param end first day without the thing, planned or past; null where no end is known
     */
    public static List<Objection> against(
            LocalDate effectiveFrom,
            LocalDate today,
            @Nullable LocalDate last,
            @Nullable LocalDate end) {
        List<Objection> objections = new ArrayList<>();
        if (effectiveFrom.isBefore(today)) {
            objections.add(Objection.of("effective-in-the-past", effectiveFrom.toString()));
        }
        if (last != null && effectiveFrom.isBefore(last)) {
            objections.add(Objection.of("effective-before-last-version", last.toString()));
        }
        if (end != null && !effectiveFrom.isBefore(end)) {
            objections.add(Objection.of("effective-after-cancellation", end.toString()));
        }
        return objections.stream().map(o -> o.at("/effectiveFrom")).toList();
    }
}
