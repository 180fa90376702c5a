package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.List;

/** What happened to an act of delegation. */
public sealed interface DelegationChange {

    record Granted() implements DelegationChange {}

    record TakenOver(LocalDate on) implements DelegationChange {}

    record Prepared(String step, LocalDate on) implements DelegationChange {}

    record FollowedUp(FollowUps.FollowUp look) implements DelegationChange {}

    record Revoked(LocalDate from, String reason) implements DelegationChange {}

    /**
     * It no longer counts.
     *
     * @param suspendedItems the receivers' own items that rested on it and take no cases any more
     * @param suspendedDelegations acts whose giver has nothing left to give
     */
    record Ended(LocalDate on, List<String> suspendedItems, List<String> suspendedDelegations)
            implements DelegationChange {}
}
