package org.oneseal.catalog.packages;

import java.util.List;

/** Packages that come with the service, for regions that have none of their own yet. */
@FunctionalInterface
public interface ShippedPackages {

    List<Shipped> all();

    /**
     * A package without a region.
     *
     * @param code what follows the six digits of the region
     * @param department name of the department that answers for it
     * @param content with items as {@code name/type} and departments by name
     */
    record Shipped(String code, String department, PackageContent content) {}
}
