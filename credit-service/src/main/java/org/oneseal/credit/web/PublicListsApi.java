package org.oneseal.credit.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.ListRule;
import org.oneseal.credit.listing.ListRules;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.listing.ListingRegister;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on a list now and which lists there are, for anybody, without a token. */
@RestController
@RequestMapping("/api/v1/publicity")
class PublicListsApi {

    private final ListingRegister register;
    private final ListRules rules;
    private final ListingViews views;
    private final InstantSource time;

    PublicListsApi(
            ListingRegister register, ListRules rules, ListingViews views, InstantSource time) {
        this.register = register;
        this.rules = rules;
        this.views = views;
        this.time = time;
    }

    @GetMapping("/lists")
    Page<PublicListingView> listed(
            @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String uscc,
            @RequestParam(required = false) @Nullable String name,
            PageRequest page) {
        return register.listed(new ListingRegister.Wanted(region, kind, uscc, name), page)
                .map(views::publicly);
    }

    @GetMapping("/lists/{id}")
    PublicListingView one(@PathVariable String id) {
        return register.listedById(id)
                .map(views::publicly)
                .orElseThrow(() -> new NotFound("listing", id));
    }

    /** The kinds of list in force, with the law behind them and what they restrict. */
    @GetMapping("/list-kinds")
    List<ListRule> kinds(@RequestParam(required = false) @Nullable RegionCode region) {
        LocalDate today = LocalDate.ofInstant(time.instant(), Listing.ZONE);
        return rules.inForce(region == null ? RegionCode.NATION : region, today);
    }
}
