package org.oneseal.catalog.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/** What stood, stands or will stand in a list on a day, by the versions that were published. */
public interface StandingEntries {

    /** Entries in order of their code. */
    List<Entry> of(Query query, String after, int limit);

    /** The same entries with what they say, in order of their code. */
    List<Said> said(Query query, String after, int limit);

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

    /** What an entry says on the day. */
    record Said(
            String code,
            Kind kind,
            String name,
            String itemType,
            String department,
            int version,
            JsonNode content) {

        private static final int BODY_AND_LEVEL = 19;

        /** Basic code of its matter. */
        public String matter() {
            return code.substring(BODY_AND_LEVEL);
        }
    }
}
