package org.oneseal.catalog.events;

import java.util.List;

/**
 * An act no longer counts, revoked or past its term.
 *
 * @param cause REVOKED or EXPIRED
 * @param suspendedItems items of their own that rested on it and take no cases any more
 * @param suspendedDelegations acts whose giver has nothing left to give
 */
public record DelegationEnded(
        String delegation,
        String on,
        String cause,
        List<String> suspendedItems,
        List<String> suspendedDelegations)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.delegation-ended";
    }
}
