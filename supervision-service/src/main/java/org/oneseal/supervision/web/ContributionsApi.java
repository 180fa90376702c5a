package org.oneseal.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.supervision.measuring.Contributions;
import org.oneseal.supervision.measuring.Counter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cases that figures are made of: whoever is measured can add them up. */
@RestController
class ContributionsApi {

    private static final Set<Counter> ALL = EnumSet.allOf(Counter.class);

    private final Contributions contributions;
    private final Problems problems;

    ContributionsApi(Contributions contributions, Problems problems) {
        this.contributions = contributions;
        this.problems = problems;
    }

    /** What each case counts for in a period: all pages come to the sums of the same question. */
    @GetMapping("/api/v1/indicators/cases")
    ResponseEntity<?> cases(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String channel) {
        List<Objection> objections = new ArrayList<>();
        Period period = Period.of(caller, region, from, to, objections);
        if (period == null) return problems.badRequest(objections);
        String after = page.isFirst() ? "" : page.sortedBy(SortKey.TEXT).keyset().getFirst();
        return ResponseEntity.ok(
                Page.of(
                        contributions.of(
                                period.question(List.of(), ALL, department, item, channel),
                                after,
                                page.fetch()),
                        page,
                        one -> List.of(one.caseId())));
    }
}
