package org.oneseal.supervision.watching;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * What identifies a case and places it.
 *
 * @param itemCode null where a fed case is mapped to no item
 * @param immediate 即办件: answered on the spot
 * @param fed came in by exchange with a department's system
 * @param source the feeding system, null for applications
 * @param party opaque id
 */
public record CaseHead(
        String caseId,
        String caseNumber,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        String itemName,
        boolean immediate,
        boolean fed,
        @Nullable String source,
        @Nullable String party,
        String channel,
        RegionCode region,
        @Nullable String department) {}
