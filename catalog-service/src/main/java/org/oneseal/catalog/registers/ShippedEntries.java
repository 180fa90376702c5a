package org.oneseal.catalog.registers;

import java.util.List;
import org.oneseal.platform.region.RegionCode;

/** Entries that come with the service or with a deployment. */
@FunctionalInterface
public interface ShippedEntries {

    List<Shipped> all();

    /**
     * One of them.
     *
     * @param origin the file it stands in
     */
    record Shipped(String key, RegionCode region, String origin, EntryBody body) {}
}
