package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.packages.DrawUpPackage;
import org.oneseal.catalog.packages.PackageAnswer;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
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
    private final ListedRegions regions;
    private final Problems problems;
    private final InstantSource time;

    PackageGuidesApi(
            DrawUpPackage drawUp,
            Packages packages,
            ItemHistory history,
            ListedRegions regions,
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
        if (place != null) regions.find(place);
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
        ServicePackage found =
                Histories.readable(
                        caller, packages.find(code), p -> List.of(p.region()), "package", code);
        return Histories.page(
                page,
                (before, limit) -> history.ofPackage(found.code(), before, limit),
                ItemHistoryView::of);
    }

    private ResponseEntity<?> answer(String code, PackageChecklistBody body) {
        List<Objection> unknown = regions.unknown(body.place(), "/place");
        LocalDate today = ItemDesk.today(time.instant());
        PackageAnswer outcome =
                drawUp.drawUp(code, (unknown.isEmpty() ? body : body.anywhere()).request(today));
        if (!unknown.isEmpty()) {
            List<Objection> all = new ArrayList<>(unknown);
            if (outcome instanceof PackageAnswer.Objected(var more)) all.addAll(more);
            return problems.unprocessable(all);
        }
        return switch (outcome) {
            case PackageAnswer.Drawn(var list) ->
                    ResponseEntity.ok(
                            PackageChecklistView.of(list, LocaleContextHolder.getLocale()));
            case PackageAnswer.Objected(var objections) -> problems.unprocessable(objections);
            case PackageAnswer.NotNow(var objections) -> problems.conflict(objections);
        };
    }
}
