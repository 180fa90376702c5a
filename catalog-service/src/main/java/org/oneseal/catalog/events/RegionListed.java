package org.oneseal.catalog.events;

import org.jspecify.annotations.Nullable;

/** A region as it stands. */
public record RegionListed(String code, String name, String level, @Nullable String parent)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.region-listed";
    }
}
