package org.oneseal.credit.web;

import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.PublicityRegister;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may read, without a token. */
@RestController
@RequestMapping("/api/v1/publicity")
class PublicityApi {

    private final PublicityRegister register;
    private final RecordViews views;

    PublicityApi(PublicityRegister register, RecordViews views) {
        this.register = register;
        this.views = views;
    }

    @GetMapping
    Page<PublicityView> list(
            @RequestParam(required = false) @Nullable RegionCode region, PageRequest page) {
        return register.published(region, page).map(views::licence);
    }

    @GetMapping("/{id}")
    PublicityView one(@PathVariable String id) {
        return register.publishedById(id)
                .map(views::licence)
                .orElseThrow(() -> new NotFound("publicity record", id));
    }
}
