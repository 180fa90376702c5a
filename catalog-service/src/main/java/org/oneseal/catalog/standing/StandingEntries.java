package org.oneseal.catalog.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.platform.region.RegionCode;

/** What stood, stands or will stand in a list on a day, by the versions that were published. */
public interface StandingEntries {

    /** Entries in order of their code. */
    List<Entry> of(Query query, String after, int limit);

    /** How many there are of each type. */
    SortedMap<String, Long> byType(Query query);

    /**
     * Whose list, and for which day.
     *
     * @param within bodies of this region and below it
     * @param department code of the body, null for all
     * @param itemTypes that are wanted
     */
    record Query(
            RegionCode within,
            @Nullable String department,
            LocalDate day,
            List<String> itemTypes,
            boolean filingsOnly) {}

    /** Whether somebody may apply for it. */
    enum Kind {
        ITEM,
        POWER
    }

    /**
     * One entry.
     *
     * @param version number of the version that governs on the day
     * @param hash digest of its content, with its algorithm
     * @param status at the end of the day, as the evidence has it; never CANCELLED
     */
    record Entry(
            String code,
            Kind kind,
            String name,
            String itemType,
            String region,
            String department,
            int version,
            String hash,
            LocalDate effectiveFrom,
            ItemStatus status) {}
}
