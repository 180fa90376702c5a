package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import org.oneseal.cases.promises.PromiseRule;
import org.oneseal.cases.promises.PromiseRules;
import org.oneseal.cases.web.CaseBodies.PromiseRuleRequest;
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

/** The rules by which promised materials may follow (补交期限); kept as a book that only grows. */
@RestController
@RequestMapping("/api/v1/cases/promise-rules")
@Tag(name = "promises")
class PromiseRulesApi {

    private final PromiseRules rules;
    private final RuleBooks books;

    PromiseRulesApi(PromiseRules rules, RuleBooks books) {
        this.rules = rules;
        this.books = books;
    }

    @GetMapping
    @Operation(summary = "Rules of a region and of those above it, in the order of their addition")
    Page<PromiseRules.Entry> list(@RequestParam RegionCode region, PageRequest page) {
        return RuleBooks.page(rules::of, region, page, PromiseRules.Entry::id);
    }

    @PostMapping
    @Operation(summary = "Add a rule that takes effect tomorrow at the earliest")
    ResponseEntity<?> add(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid PromiseRuleRequest body) {
        return books.add(
                caller,
                key,
                "promise-rules",
                body,
                rule -> RuleChecks.atLeastOne(rule.limit().amount()),
                this::write);
    }

    private long write(PromiseRuleRequest body, String by, Instant at) {
        return rules.add(
                new PromiseRules.Addition(
                        new RegionCode(body.region()),
                        body.itemCode(),
                        new PromiseRule(body.limit().limit(), body.legalGround()),
                        body.effectiveFrom()),
                by,
                at);
    }
}
