package org.oneseal.catalog.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.Grant;

/**
 * One item handed by one body to another.
 *
 * @param park whether it counts only inside the park that the receiver manages
 * @param from first day, null while it is not taken over
 * @param until first day without it, null for no end
 */
record GrantView(
        String delegation,
        DelegationKind kind,
        String item,
        String giver,
        String receiver,
        boolean ownName,
        boolean park,
        String area,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static GrantView of(Grant grant) {
        return new GrantView(
                grant.delegation(),
                grant.kind(),
                grant.item(),
                grant.giver(),
                grant.receiver(),
                grant.ownName(),
                grant.park(),
                grant.area().value(),
                grant.from(),
                grant.until());
    }
}
