package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.cases.web.HandlingBodies.OfficeRuleRequest;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
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
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    OfficeRulesApi(
            OfficeRules rules, IdempotentPosts posts, Problems problems, InstantSource time) {
        this.rules = rules;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    @GetMapping
    @Operation(summary = "Rules for the offices of a region, in the order of their addition")
    Page<OfficeRules.Entry> list(@RequestParam RegionCode region, PageRequest page) {
        List<Long> after = page.numbers(1);
        return Page.of(
                rules.of(region, after.isEmpty() ? 0 : after.getFirst(), page.fetch()),
                page,
                entry -> List.of(Long.toString(entry.id())));
    }

    @PostMapping
    @Operation(summary = "Add a rule for offices that takes effect tomorrow at the earliest")
    ResponseEntity<?> add(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid OfficeRuleRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Instant now = time.instant();
        return posts.once(
                caller, key, "POST /cases/office-rules", body, () -> add(caller, body, now));
    }

    private ResponseEntity<?> add(Caller caller, OfficeRuleRequest body, Instant now) {
        List<Objection> objections =
                RuleChecks.of(caller, body.region(), body.effectiveFrom(), Case.dayOf(now));
        OfficeRule.Kind kind = body.kind();
        if (!kind.admits(body.amount())) {
            objections.add(Objection.of("rule-amount", kind.least(), kind.most()).at("/amount"));
        }
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        long id =
                rules.add(
                        new OfficeRules.Addition(
                                new RegionCode(body.region()),
                                kind,
                                new OfficeRule(body.amount(), body.ground()),
                                body.effectiveFrom()),
                        caller.subject(),
                        now);
        return ResponseEntity.created(
                        URI.create("/api/v1/cases/office-rules?region=" + body.region()))
                .body(Map.of("id", id));
    }
}
