package org.oneseal.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** The regions that requests name; the nation need not be listed. */
@Component
class ListedRegions {

    private final Regions regions;

    ListedRegions(Regions regions) {
        this.regions = regions;
    }

    boolean has(String code) {
        if (!RegionCode.isValid(code)) return false;
        RegionCode region = new RegionCode(code);
        return region.equals(RegionCode.NATION) || regions.find(region).isPresent();
    }

    /**
     * The region of an address or a parameter.
     *
     * @throws NotFound if there is none
     */
    RegionCode find(String code) {
        if (!has(code)) throw new NotFound("region", code);
        return new RegionCode(code);
    }

    /** What stands against a member of a body that should name a region, where it names one. */
    List<Objection> unknown(@Nullable String code, String at) {
        return code == null || has(code)
                ? List.of()
                : List.of(Objection.of("region-unknown", code).at(at));
    }
}
