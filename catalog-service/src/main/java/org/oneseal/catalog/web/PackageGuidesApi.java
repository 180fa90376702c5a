package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.packages.DrawUpPackage;
import org.oneseal.catalog.packages.PackageAnswer;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a package means for one person, and who made it so. */
@RestController
@RequestMapping("/api/v1/packages/{code}")
class PackageGuidesApi {

    private final DrawUpPackage drawUp;
    private final Packages packages;
    private final ItemHistory history;
    private final Regions regions;
    private final Problems problems;
    private final InstantSource time;

    PackageGuidesApi(
            DrawUpPackage drawUp,
            Packages packages,
            ItemHistory history,
            Regions regions,
            Problems problems,
            InstantSource time) {
        this.drawUp = drawUp;
        this.packages = packages;
        this.history = history;
        this.regions = regions;
        this.problems = problems;
        this.time = time;
    }

    /** Where one begins: the first questions, and what is known before any is answered. */
    @GetMapping("/guide")
    ResponseEntity<?> begin(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String park,
            @RequestParam(required = false) @Nullable LocalDate on) {
        if (place != null) Codes.region(place);
        return answer(
                code, new PackageChecklistBody(Map.of(), Map.of(), place, park, on, List.of()));
    }

    /**
     * Answers in; out come the items that take part, their order and time, one form, one list of
     * materials and the fees. Nothing is stored, so it takes no idempotency key.
     */
    @PostMapping("/guide/checklist")
    ResponseEntity<?> checklist(
            Caller caller,
            @PathVariable String code,
            @Valid @RequestBody PackageChecklistBody body) {
        return answer(code, body);
    }

    /** Who did what and when, newest first; for the editors of the region and for auditors. */
    @GetMapping("/history")
    Page<ItemHistoryView> history(Caller caller, @PathVariable String code, PageRequest page) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
        ServicePackage found =
                packages.find(code)
                        .filter(p -> mayRead(caller, p.region()))
                        .orElseThrow(() -> new NotFound("package", code));
        List<Long> after = page.numbers(1);
        long before = after.isEmpty() ? Long.MAX_VALUE : after.getFirst();
        return Page.of(
                        history.ofPackage(found.code(), before, page.fetch()),
                        page,
                        entry -> List.of(Long.toString(entry.sequence())))
                .map(ItemHistoryView::of);
    }

    private static boolean mayRead(Caller caller, RegionCode region) {
        if (Editing.covers(caller, region)) return true;
        RegionCode within = caller.region();
        return caller.has(Role.AUDITOR) && (within == null || within.contains(region));
    }

    private ResponseEntity<?> answer(String code, PackageChecklistBody body) {
        String place = body.place();
        if (place != null) {
            RegionCode where = Codes.region(place);
            if (regions.find(where).isEmpty()) throw new NotFound("region", place);
        }
        return switch (drawUp.drawUp(code, body.request(ItemDesk.today(time.instant())))) {
            case PackageAnswer.Drawn(var list) ->
                    ResponseEntity.ok(
                            PackageChecklistView.of(list, LocaleContextHolder.getLocale()));
            case PackageAnswer.Objected(var objections) -> problems.unprocessable(objections);
            case PackageAnswer.NotNow(var objections) -> problems.conflict(objections);
        };
    }
}
