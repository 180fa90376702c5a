package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.ChecklistOutcome;
import org.oneseal.catalog.checklist.DrawUpChecklist;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
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

/** Leads an applicant by questions to what he needs for an item. */
@RestController
@RequestMapping("/api/v1/items/{code}/guide")
class GuidesApi {

    private final DrawUpChecklist drawUp;
    private final ListedRegions regions;
    private final Problems problems;
    private final InstantSource time;

    GuidesApi(
            DrawUpChecklist drawUp, ListedRegions regions, Problems problems, InstantSource time) {
        this.drawUp = drawUp;
        this.regions = regions;
        this.problems = problems;
        this.time = time;
    }

    /** Where one begins: the first questions, and what is known before any is answered. */
    @GetMapping
    ResponseEntity<?> begin(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String park,
            @RequestParam(required = false) @Nullable LocalDate on) {
        if (place != null) regions.find(place);
        return answer(code, new ChecklistBody(Map.of(), place, park, on, List.of()));
    }

    /**
     * Answers in, personal checklist out: what to ask next, and as far as known the variant, the
     * materials without those on file, fees, roles, limits, steps and where it is handled. Nothing
     * is stored, so it takes no idempotency key.
     */
    @PostMapping("/checklist")
    ResponseEntity<?> checklist(
            Caller caller, @PathVariable String code, @Valid @RequestBody ChecklistBody body) {
        return answer(code, body);
    }

    private ResponseEntity<?> answer(String code, ChecklistBody body) {
        List<Objection> unknown = regions.unknown(body.place(), "/place");
        LocalDate today = ItemDesk.today(time.instant());
        ChecklistOutcome outcome =
                drawUp.drawUp(code, (unknown.isEmpty() ? body : body.anywhere()).request(today));
        if (!unknown.isEmpty()) {
            List<Objection> all = new ArrayList<>(unknown);
            if (outcome instanceof ChecklistOutcome.Objected(var more)) all.addAll(more);
            return problems.unprocessable(all);
        }
        return switch (outcome) {
            case ChecklistOutcome.Drawn(var list) ->
                    ResponseEntity.ok(ChecklistView.of(list, LocaleContextHolder.getLocale()));
            case ChecklistOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case ChecklistOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }
}
