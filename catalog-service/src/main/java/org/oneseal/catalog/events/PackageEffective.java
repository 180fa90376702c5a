package org.oneseal.catalog.events;

import org.jspecify.annotations.Nullable;

/**
 * A planned version of a package governs from this day on.
 *
 * @param supersedes number of the version that governed before, null for none
 */
public record PackageEffective(
        String packageCode, int version, String effectiveFrom, @Nullable Integer supersedes)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.package-effective";
    }
}
