package org.oneseal.catalog.reviewing;

import java.util.List;
import org.oneseal.platform.region.RegionCode;

/**
 * What is drafted, reviewed and published in versions by the editors of the region where it counts:
 * an item, a power, a package.
 */
public interface Drafted {

    RegionCode region();

    /** Published ones, oldest first. */
    List<?> versions();

    /** Of the aggregate, one a history entry. */
    long version();

    /** Whether there is more of it than a first draft, which is its editors' business only. */
    default boolean published() {
        return !versions().isEmpty();
    }
}
