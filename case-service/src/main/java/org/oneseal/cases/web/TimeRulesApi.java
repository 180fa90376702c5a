package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.cases.web.HandlingBodies.TimeRuleRequest;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lengths of time that the law gives where the item is silent; kept as a book that only grows. */
@RestController
@RequestMapping("/api/v1/cases/time-rules")
@Tag(name = "handling")
class TimeRulesApi {

    private final TimeRules rules;
    private final RuleBooks books;

    TimeRulesApi(TimeRules rules, RuleBooks books) {
        this.rules = rules;
        this.books = books;
    }

    @GetMapping
    @Operation(summary = "Rules of a region and of those above it, in the order of their addition")
    Page<TimeRules.Entry> list(@RequestParam RegionCode region, PageRequest page) {
        return RuleBooks.page(rules::of, region, page, TimeRules.Entry::id);
    }

    @PostMapping
    @Operation(summary = "Add a rule that takes effect tomorrow at the earliest")
    ResponseEntity<?> add(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid TimeRuleRequest body) {
        return books.add(
                caller, key, "time-rules", body, rule -> objections(caller, rule), this::write);
    }

    private long write(TimeRuleRequest body, String by, Instant at) {
        return rules.add(
                new TimeRules.Addition(
                        new RegionCode(body.region()),
                        body.kind(),
                        new TimeRule(body.limit().limit(), body.legalGround()),
                        body.effectiveFrom()),
                by,
                at);
    }

    private List<Objection> objections(Caller caller, TimeRuleRequest body) {
        List<Objection> objections = new ArrayList<>();
        objections.addAll(RuleChecks.atLeastOne(body.limit().amount()));
        if (RuleChecks.reaches(caller, body.region())) objections.addAll(longerThanAbove(body));
        return objections;
    }

    /** What the law gives for delivery a region may shorten, not lengthen (行政许可法 art. 44). */
    private List<Objection> longerThanAbove(TimeRuleRequest body) {
        var region = new RegionCode(body.region());
        if (body.kind() != TimeRule.Kind.DELIVERY || region.equals(RegionCode.NATION)) {
            return List.of();
        }
        RegionCode above = Objects.requireNonNullElse(region.parent(), RegionCode.NATION);
        return rules
                .inForce(above, body.kind(), body.effectiveFrom())
                .filter(rule -> !body.limit().limit().isWithin(rule.limit()))
                .map(
                        rule ->
                                Objection.of(
                                                "rule-longer-than-above",
                                                rule.limit().amount(),
                                                rule.limit().unit().name())
                                        .withGround(rule.legalGround())
                                        .at("/limit"))
                .stream()
                .toList();
    }
}
