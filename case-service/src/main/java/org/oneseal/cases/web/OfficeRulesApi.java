package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.cases.web.HandlingBodies.OfficeRuleRequest;
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

/** What a region rules for its own offices; kept as a book that only grows. */
@RestController
@RequestMapping("/api/v1/cases/office-rules")
@Tag(name = "handling")
class OfficeRulesApi {

    private final OfficeRules rules;
    private final RuleBooks books;

    OfficeRulesApi(OfficeRules rules, RuleBooks books) {
        this.rules = rules;
        this.books = books;
    }

    @GetMapping
    @Operation(summary = "Rules for the offices of a region, in the order of their addition")
    Page<OfficeRules.Entry> list(@RequestParam RegionCode region, PageRequest page) {
        return RuleBooks.page(rules::of, region, page, OfficeRules.Entry::id);
    }

    @PostMapping
    @Operation(summary = "Add a rule for offices that takes effect tomorrow at the earliest")
    ResponseEntity<?> add(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid OfficeRuleRequest body) {
        return books.add(
                caller, key, "office-rules", body, OfficeRulesApi::objections, this::write);
    }

    private static List<Objection> objections(OfficeRuleRequest body) {
        OfficeRule.Kind kind = body.kind();
        return kind.admits(body.amount())
                ? List.of()
                : List.of(Objection.of("rule-amount", kind.least(), kind.most()).at("/amount"));
    }

    private long write(OfficeRuleRequest body, String by, Instant at) {
        return rules.add(
                new OfficeRules.Addition(
                        new RegionCode(body.region()),
                        body.kind(),
                        new OfficeRule(body.amount(), body.ground()),
                        body.effectiveFrom()),
                by,
                at);
    }
}
