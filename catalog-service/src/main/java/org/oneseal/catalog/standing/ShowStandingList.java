package org.oneseal.catalog.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.standing.StandingEntries.Entry;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a list of a body or a region as it stands on a day. */
@Component
public class ShowStandingList {

    private final StandingListRules rules;
    private final StandingEntries entries;

    ShowStandingList(StandingListRules rules, StandingEntries entries) {
        this.rules = rules;
        this.entries = entries;
    }

    /**
     * Which part of which list.
     *
     * @param department code of the body, null for all of the region
     * @param itemType only these, null for all that belong to the list
     * @param after code of the last one seen, empty from the start
     */
    public record Wanted(
            StandingList list,
            RegionCode within,
            @Nullable String department,
            @Nullable String itemType,
            LocalDate day,
            String after,
            int limit) {}

    /**
     * A part of a list.
     *
     * @param byType how many entries of each type the whole list has
     */
    public record Shown(
            StandingListRule rule, SortedMap<String, Long> byType, List<Entry> entries) {}

    @Transactional(readOnly = true)
    public Shown show(Wanted wanted) {
        StandingListRule rule = rules.on(wanted.list(), wanted.within(), wanted.day());
        List<String> types =
                rule.itemTypes().stream()
                        .filter(t -> wanted.itemType() == null || t.equals(wanted.itemType()))
                        .toList();
        return new Shown(
                rule,
                entries.byType(query(wanted, rule, rule.itemTypes())),
                entries.of(query(wanted, rule, types), wanted.after(), wanted.limit()));
    }

    private static StandingEntries.Query query(
            Wanted wanted, StandingListRule rule, List<String> types) {
        return new StandingEntries.Query(
                wanted.within(), wanted.department(), wanted.day(), types, rule.filingsOnly());
    }
}
