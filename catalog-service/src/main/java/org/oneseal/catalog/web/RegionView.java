package org.oneseal.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Region;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/**
 * A region.
 *
 * @param path codes from the province down to this region
 */
record RegionView(
        String code, String name, RegionLevel level, @Nullable String parent, List<String> path) {

    static RegionView of(Region region) {
        RegionCode parent = region.parent();
        return new RegionView(
                region.code().value(),
                region.name(),
                region.code().level(),
                parent == null ? null : parent.value(),
                region.code().ancestors().stream().map(RegionCode::value).toList());
    }
}
