package org.oneseal.catalog.publishing;

import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** The basic directory (基本目录), kept above the county: which matters exist at all. */
public interface BasicDirectory {

    /** The matter of that code, where it counts in the region. */
    Optional<Entry> find(String basicCode, RegionCode region);

    Optional<Entry> named(String name, String itemType, RegionCode region);

    /** A matter. */
    record Entry(String basicCode, String name, String itemType) {}
}
