package org.oneseal.catalog.events;

import org.jspecify.annotations.Nullable;

/** A department as it stands. */
public record DepartmentListed(
        String code,
        String name,
        String uscc,
        String region,
        @Nullable String parent,
        boolean madeUp)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.department-listed";
    }
}
