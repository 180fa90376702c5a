package org.oneseal.cases.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** The archive of finished cases. */
public interface Archive {

    /**
     * Moves cases whose months are over, with everything they need to be read; runs in the caller's
     * transaction.
     *
     * @return how many
     */
    int move(Instant now, int limit);

    /** A case in the archive, as lists show it. */
    record ArchivedCase(
            String id,
            String caseNumber,
            @Nullable String itemName,
            @Nullable String partyMask,
            String state,
            Instant receivedAt,
            LocalDate endedOn,
            Instant archivedAt) {}

    /**
     * Within the scope, the latest received first.
     *
     * @param number whole, null for all
     * @param year in which they ended, null for every one
     */
    List<ArchivedCase> list(
            Scope scope,
            @Nullable String number,
            @Nullable Integer year,
            @Nullable Instant beforeAt,
            @Nullable String beforeId,
            int limit);

    /** How long finished cases stay in the working table, and in the archive. */
    record ArchiveRule(
            RegionCode region,
            int months,
            @Nullable Integer keepYears,
            String legalGround,
            LocalDate effectiveFrom) {}

    /** False where the region has a rule from that day on. */
    boolean add(ArchiveRule rule, String by);

    List<ArchiveRule> rules(RegionCode region);
}
