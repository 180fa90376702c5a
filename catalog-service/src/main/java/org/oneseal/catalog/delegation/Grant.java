package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * One item handed by one body to another: the line of an act, as resolving sees it.
 *
 * @param park whether it counts only inside the park that the receiver manages
 * @param area places it counts for: this region and below
 * @param from first day, null while it is not taken over
 * @param until first day it no longer counts, null for no end
 */
public record Grant(
        String delegation,
        DelegationKind kind,
        String item,
        String giver,
        String receiver,
        boolean ownName,
        boolean park,
        RegionCode area,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    boolean liveOn(LocalDate day) {
        LocalDate begin = from;
        LocalDate end = until;
        return begin != null && !day.isBefore(begin) && (end == null || day.isBefore(end));
    }

    /** Whether it speaks of a place, and of the park if one is named. */
    boolean covers(RegionCode place, @Nullable String inPark) {
        return park ? receiver.equals(inPark) : area.contains(place);
    }
}
