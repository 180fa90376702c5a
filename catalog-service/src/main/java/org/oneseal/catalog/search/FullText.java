package org.oneseal.catalog.search;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.search.SearchEntries.Change;
import org.oneseal.platform.region.RegionCode;

/**
 * What this replica has to look things up in: every entry, cut and read. Holds nothing that the
 * stored entries don't, and shows only what it was told to.
 */
public interface FullText {

    /** Takes changes in, in the place of what it had of the same entries. */
    void apply(List<Change> changes);

    /** Puts all of it together, which takes a while: after very much was taken in. */
    void pack();

    /** Lets searches see what was taken in. */
    void show();

    /** Hits of one tier, in order. */
    List<Found> find(TierQuery query);

    /**
     * What is wanted of one tier.
     *
     * @param all the clauses that must hold
     * @param but alternatives of which none may hold: tiers before whose hits aren't known
     * @param pairs for the last tier, of which half must be in a name; empty for the others
     * @param regions those whose entries count, empty for all
     * @param kinds never empty
     * @param after score, name, kind and reference of the last one seen, empty from the start
     */
    record TierQuery(
            Tier tier,
            List<Clause> all,
            List<List<Clause>> but,
            List<String> pairs,
            List<RegionCode> regions,
            List<SearchKind> kinds,
            LocalDate today,
            List<String> after,
            int limit) {}

    /**
     * A hit.
     *
     * @param score within the tier, 0 is best
     * @param titleKey its title, folded: what hits of a tier are sorted by
     */
    record Found(Tier tier, int score, String titleKey, SearchEntry entry) {}
}
