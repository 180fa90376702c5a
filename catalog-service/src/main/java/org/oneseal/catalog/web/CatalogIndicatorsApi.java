package org.oneseal.catalog.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.CountItems;
import org.oneseal.catalog.indicators.ItemFigures;
import org.oneseal.catalog.indicators.Ratio;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good what is published is for whoever applies. */
@RestController
@RequestMapping("/api/v1/items/indicators")
class CatalogIndicatorsApi {

    private final CountItems count;
    private final Regions regions;

    CatalogIndicatorsApi(CountItems count, Regions regions) {
        this.count = count;
        this.regions = regions;
    }

    /** A share, exact; the percentage is rounded half up and for showing only. */
    record RatioView(long numerator, long denominator, BigDecimal percent) {

        static @Nullable RatioView of(Optional<Ratio> ratio) {
            return ratio.map(r -> new RatioView(r.numerator(), r.denominator(), r.percent()))
                    .orElse(null);
        }
    }

    /**
     * Figures of published items.
     *
     * @param promiseCompression by how much promises are shorter than statutes, null without
     *     statutes
     * @param guideCoverage items whose guide is known; the shares of trips and depth are of these
     */
    record CatalogIndicatorsView(
            long items,
            long licences,
            long withStatutoryLimit,
            @Nullable RatioView promiseCompression,
            @Nullable RatioView immediateShare,
            @Nullable RatioView zeroTripShare,
            @Nullable RatioView fullyOnlineShare,
            @Nullable RatioView guideCoverage) {}

    /** The figures of a region and everything below it, or of one department there. */
    @GetMapping
    CatalogIndicatorsView indicators(
            Caller caller,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String department) {
        RegionCode within = Codes.region(region);
        if (!within.equals(RegionCode.NATION) && regions.find(within).isEmpty()) {
            throw new NotFound("region", region);
        }
        ItemFigures figures = count.count(within, department);
        return new CatalogIndicatorsView(
                figures.items(),
                figures.licences(),
                figures.limited(),
                RatioView.of(figures.compression()),
                RatioView.of(figures.immediateShare()),
                RatioView.of(figures.zeroTripShare()),
                RatioView.of(figures.fullyOnlineShare()),
                RatioView.of(figures.coverage()));
    }
}
