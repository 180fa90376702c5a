package org.oneseal.catalog.regions;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * A region as it stands.
 *
 * @param parent the region above in the list, null for a province
 * @param version counts its announcements from 1
 */
public record Region(RegionCode code, String name, @Nullable RegionCode parent, long version) {

    boolean sameAs(Region other) {
        return name.equals(other.name) && java.util.Objects.equals(parent, other.parent);
    }

    Region next(long number) {
        return new Region(code, name, parent, number);
    }
}
