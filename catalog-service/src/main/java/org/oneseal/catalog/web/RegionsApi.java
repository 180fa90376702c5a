package org.oneseal.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which regions there are. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionsApi {

    private final Regions regions;

    RegionsApi(Regions regions) {
        this.regions = regions;
    }

    /** Regions by code; with a parent only those directly below it. */
    @GetMapping
    Page<RegionView> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable RegionLevel level,
            PageRequest page) {
        RegionCode above = parent == null ? null : Codes.region(parent);
        List<Region> found = regions.list(above, level, page.text(), page.fetch());
        return Page.of(found, page, region -> List.of(region.code().value())).map(RegionView::of);
    }

    @GetMapping("/{code}")
    RegionView one(@PathVariable String code) {
        return RegionView.of(
                regions.find(Codes.region(code)).orElseThrow(() -> new NotFound("region", code)));
    }
}
