package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be handed on.
 *
 * @param giver who hands on, null for the owner of each item
 * @param items codes of items
 * @param departments of which all published items are meant too
 * @param area twelve digits, places it counts for; null for the receiver's region
 */
public record GrantCommand(
        DelegationKind kind,
        String receiver,
        @Nullable String giver,
        List<String> items,
        List<String> departments,
        @Nullable String area,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String ground,
        @Nullable Letter letter) {}
