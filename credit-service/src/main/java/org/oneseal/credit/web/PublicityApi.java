package org.oneseal.credit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.PublicityRegister;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
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
    private final Problems problems;

    PublicityApi(PublicityRegister register, Problems problems) {
        this.register = register;
        this.problems = problems;
    }

    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String region, PageRequest page) {
        if (region != null && !RegionCode.isValid(region)) {
            return problems.badRequest(List.of(Objection.of("region-invalid", region)));
        }
        Page<PublicityView> found =
                register.published(region == null ? null : new RegionCode(region), page)
                        .map(PublicityView::of);
        return ResponseEntity.ok(found);
    }

    @GetMapping("/{id}")
    PublicityView one(@PathVariable String id) {
        return register.publishedById(id)
                .map(PublicityView::of)
                .orElseThrow(() -> new NotFound("publicity record", id));
    }
}
