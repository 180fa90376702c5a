package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.CountItems;
import org.oneseal.catalog.indicators.CoverDirectory;
import org.oneseal.catalog.indicators.Coverage;
import org.oneseal.catalog.indicators.Figure;
import org.oneseal.catalog.indicators.ItemFigures;
import org.oneseal.catalog.indicators.ProveFigures;
import org.oneseal.catalog.indicators.Ratio;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good what is published is for whoever applies. */
@RestController
@RequestMapping("/api/v1/items/indicators")
class CatalogIndicatorsApi {

    private final CountItems count;
    private final ProveFigures proofs;
    private final CoverDirectory cover;
    private final Regions regions;
    private final InstantSource time;

    CatalogIndicatorsApi(
            CountItems count,
            ProveFigures proofs,
            CoverDirectory cover,
            Regions regions,
            InstantSource time) {
        this.count = count;
        this.proofs = proofs;
        this.cover = cover;
        this.regions = regions;
        this.time = time;
    }

    /** How many items are of a level of online depth (网办深度), of those whose guide is known. */
    record DepthView(String level, long items, @Nullable RatioView share) {}

    /** An item behind a figure and what it adds to the part and to the whole. */
    record PartView(String code, String name, String department, long numerator, long denominator) {

        static PartView of(ProveFigures.Part part) {
            return new PartView(
                    part.code(),
                    part.name(),
                    part.department(),
                    part.numerator(),
                    part.denominator());
        }
    }

    /** A matter of the basic directory. */
    record MatterView(String basicCode, String name, String itemType) {}

    /** How many matters a department has published. */
    record DepartmentMattersView(String department, long published) {}

    /** Which matters of the basic directory are published. */
    record CoverageView(
            long listed,
            long published,
            @Nullable RatioView coverage,
            List<DepartmentMattersView> departments,
            List<MatterView> missing,
            List<String> unlisted) {}

    /**
     * Figures of published items.
     *
     * @param promiseCompression by how much promises are shorter than statutes, null without
     *     statutes
     * @param onlineShare items that one can apply for online
     * @param guideCoverage items whose guide is known; the shares of trips and depth are of these
     */
    record CatalogIndicatorsView(
            long items,
            long licences,
            long withStatutoryLimit,
            @Nullable RatioView promiseCompression,
            @Nullable RatioView immediateShare,
            @Nullable RatioView zeroTripShare,
            @Nullable RatioView onlineShare,
            @Nullable RatioView fullyOnlineShare,
            @Nullable RatioView guideCoverage,
            List<DepthView> onlineDepth) {}

    /** The figures of a region and everything below it, or of one department there. */
    @GetMapping
    CatalogIndicatorsView indicators(
            Caller caller,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String department) {
        RegionCode within = known(region);
        ItemFigures figures = count.count(within, department, today());
        return new CatalogIndicatorsView(
                figures.items(),
                figures.licences(),
                figures.limited(),
                RatioView.of(figures.compression()),
                RatioView.of(figures.immediateShare()),
                RatioView.of(figures.zeroTripShare()),
                RatioView.of(figures.onlineShare()),
                RatioView.of(figures.fullyOnlineShare()),
                RatioView.of(figures.coverage()),
                depths(within, department));
    }

    private List<DepthView> depths(RegionCode within, @Nullable String department) {
        List<ProveFigures.Share> shares = proofs.depths(within, department, today());
        long all = shares.stream().mapToLong(ProveFigures.Share::items).sum();
        return shares.stream()
                .map(
                        s ->
                                new DepthView(
                                        s.level(),
                                        s.items(),
                                        RatioView.of(Ratio.of(s.items(), all))))
                .toList();
    }

    /**
     * The items behind a figure: their numerators and denominators add up to it, before reducing.
     */
    @GetMapping("/{figure}/items")
    Page<PartView> items(
            Caller caller,
            @PathVariable Figure figure,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String department,
            PageRequest page) {
        return parts(page, proofs.parts(query(known(region), department, figure, page)));
    }

    /** The items of a level of online depth. */
    @GetMapping("/online-depth/{level}/items")
    Page<PartView> ofDepth(
            Caller caller,
            @PathVariable String level,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String department,
            PageRequest page) {
        return parts(page, proofs.ofDepth(query(known(region), department, null, page), level));
    }

    /** What of the basic directory is published in a region, by department, and what is missing. */
    @GetMapping("/coverage")
    CoverageView coverage(
            Caller caller,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String department) {
        Coverage coverage = cover.cover(known(region), department, today());
        return new CoverageView(
                coverage.listed(),
                coverage.published(),
                RatioView.of(coverage.ratio()),
                coverage.byDepartment().entrySet().stream()
                        .map(e -> new DepartmentMattersView(e.getKey(), e.getValue()))
                        .toList(),
                coverage.missing().stream()
                        .map(m -> new MatterView(m.basicCode(), m.name(), m.itemType()))
                        .toList(),
                coverage.unlisted());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), WorkCalendar.ZONE);
    }

    private ProveFigures.Query query(
            RegionCode within,
            @Nullable String department,
            @Nullable Figure figure,
            PageRequest page) {
        String after = page.text();
        return new ProveFigures.Query(within, department, figure, today(), after, page.fetch());
    }

    private static Page<PartView> parts(PageRequest page, List<ProveFigures.Part> found) {
        return Page.of(found, page, part -> List.of(part.code())).map(PartView::of);
    }

    private RegionCode known(String region) {
        RegionCode within = Codes.region(region);
        if (!within.equals(RegionCode.NATION) && regions.find(within).isEmpty()) {
            throw new NotFound("region", region);
        }
        return within;
    }
}
