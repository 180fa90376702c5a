package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * How an inspection counts the lists of a region, from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param from first day it holds, null where nobody knows it
 * @param until first day it no longer holds, null for no end
 * @param ground what lays it down, null where nobody knows it
 * @param declinedLeftOut whether what a body does not claim, with a reason, need not be claimed
 * @param elements which elements an entry should say
 */
public record InspectionRules(
        @Nullable String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String ground,
        boolean declinedLeftOut,
        List<DetailElement> elements)
        implements Regional {

    public InspectionRules {
        elements = List.copyOf(elements);
    }
}
