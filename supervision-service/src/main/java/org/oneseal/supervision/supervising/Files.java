package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.Colour;

/** Dossiers and watches, a batch a statement. Every method needs a transaction. */
public interface Files {

    /** The dossiers of these cases, locked in a fixed order. */
    Map<String, Filed> dossiers(Collection<String> caseIds);

    /** The watches of these cases, locked in a fixed order. */
    Map<String, List<Kept>> watches(Collection<String> caseIds);

    void save(Collection<Filed> dossiers, Collection<Kept> watches);

    /** Takes away watches that the facts no longer open. */
    void remove(Collection<String> watchIds);

    /**
     * Watches whose next card of that colour is due, locked; those another replica holds are left.
     */
    List<Kept> crossing(Colour colour, Instant now, @Nullable Mark after, int limit);

    /** A place in the order of thresholds: what lies before it was swept. */
    record Mark(Instant at, String watchId) {}

    /** Writes what the sweep changed: what stands and what comes next. */
    void saveDrawn(Collection<Kept> watches);

    /** Cases with watches to be derived again, locked; those another replica holds are left. */
    List<String> staleCases(int limit);

    /** Cases to be counted again, locked and unmarked; those another replica holds are left. */
    List<String> uncounted(int limit);

    /** Notes that old news of these feeds came in. */
    void hear(Collection<String> feeds, Instant now);

    /** Frees the watches of feeds that were silent since then. */
    int release(Instant silentSince);

    /** Adds differences to the indicators. */
    void add(Tally difference);
}
