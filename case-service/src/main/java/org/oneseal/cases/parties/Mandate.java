package org.oneseal.cases.parties;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One party lets another act for it (委托).
 *
 * @param items item types such as {@code 01}, or item codes; empty means every item
 * @param validTo last day, null without end
 */
public record Mandate(
        String id,
        String principal,
        String agent,
        List<String> items,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean revoked) {

    public Mandate {
        items = List.copyOf(items);
    }

    public boolean validOn(LocalDate day) {
        return !revoked && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it covers an item; null stands for every item. */
    public boolean covers(@Nullable String itemCode, @Nullable String itemType) {
        return items.isEmpty()
                || (itemCode != null && items.contains(itemCode))
                || (itemType != null && items.contains(itemType));
    }
}
