package org.oneseal.catalog.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * What stands in a list of a region, from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param from first day it holds, null where nobody knows it
 * @param until first day it no longer holds, null for no end
 * @param ground what asks for the list, null where nobody knows it
 * @param itemTypes 事项类型 that belong to it
 * @param filingsOnly only what is a mere filing (备案)
 */
public record StandingListRule(
        StandingList list,
        @Nullable String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String ground,
        List<String> itemTypes,
        boolean filingsOnly)
        implements Regional {

    public StandingListRule {
        itemTypes = List.copyOf(itemTypes);
    }
}
