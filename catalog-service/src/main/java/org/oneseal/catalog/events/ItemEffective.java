package org.oneseal.catalog.events;

import org.jspecify.annotations.Nullable;

/**
 * The planned day of a version has come; evidence, the state is in the items topic.
 *
 * @param supersedes version that governed before, null for none
 */
public record ItemEffective(
        String itemCode, int version, String effectiveFrom, @Nullable Integer supersedes)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.item-effective";
    }
}
