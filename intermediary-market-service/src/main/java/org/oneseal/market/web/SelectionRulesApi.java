package org.oneseal.market.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.SelectionRules;
import org.oneseal.market.projects.SetSelectionRule;
import org.oneseal.market.projects.Terms;
import org.oneseal.platform.journal.Actor;
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

/** How institutions are selected in a region: read by anybody, set by its market operators. */
@RestController
@RequestMapping("/api/v1/selection-rules")
class SelectionRulesApi {

    private final SelectionRules rules;
    private final SetSelectionRule setSelectionRule;
    private final SelectionRuleViews views;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    SelectionRulesApi(
            SelectionRules rules,
            SetSelectionRule setSelectionRule,
            SelectionRuleViews views,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.rules = rules;
        this.setSelectionRule = setSelectionRule;
        this.views = views;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Rules of the region and of those above it, nearest first; needs no token. */
    @GetMapping
    Page<SelectionRuleView> list(@RequestParam RegionCode region, PageRequest page) {
        LocalDate today = Project.dayOf(time.instant());
        Map<Terms.Fund, String> governing = new EnumMap<>(Terms.Fund.class);
        for (Terms.Fund fund : Terms.Fund.values()) {
            governing.put(fund, rules.inForce(region, fund, today).id());
        }
        return rules.of(region, page)
                .map(
                        entry ->
                                views.rule(
                                        entry,
                                        entry.set()
                                                .rule()
                                                .id()
                                                .equals(governing.get(entry.set().fund()))));
    }

    /** Sets the rule of a region from a day on; an earlier one ends the day before. */
    @PostMapping
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SelectionRuleView.class)))
    ResponseEntity<?> set(
            Caller caller, IdempotencyKey key, @RequestBody @Valid SelectionRuleRequest request) {
        caller.require(Role.MARKET_OPERATOR);
        Optional<Objection> foreign = foreign(caller, request.region());
        if (foreign.isPresent()) return problems.unprocessable(List.of(foreign.get()));
        RegionCode region = new RegionCode(request.region());
        return posts.once(
                caller,
                key,
                "POST /selection-rules",
                request,
                () -> {
                    Instant now = time.instant();
                    return answer(
                            setSelectionRule.set(
                                    views.wanted(request, region),
                                    Actor.of(caller, Role.MARKET_OPERATOR),
                                    caller.subject(),
                                    now),
                            now);
                });
    }

    private static Optional<Objection> foreign(Caller caller, String region) {
        if (!RegionCode.isValid(region)) {
            return Optional.of(Objection.of("region-invalid", region).at("/region"));
        }
        RegionCode own = caller.region();
        return own != null && own.contains(new RegionCode(region))
                ? Optional.empty()
                : Optional.of(Objection.of("region-not-yours", region).at("/region"));
    }

    private ResponseEntity<?> answer(SetSelectionRule.Outcome outcome, Instant now) {
        return switch (outcome) {
            case SetSelectionRule.Outcome.Set(var entry) ->
                    ResponseEntity.created(
                                    URI.create(
                                            "/api/v1/selection-rules?region="
                                                    + entry.set().region()))
                            .body(
                                    views.rule(
                                            entry,
                                            !entry.set()
                                                    .effectiveFrom()
                                                    .isAfter(Project.dayOf(now))));
            case SetSelectionRule.Outcome.Objected(var objections) ->
                    problems.unprocessable(objections);
            case SetSelectionRule.Outcome.Taken(var objection) ->
                    problems.conflict(List.of(objection));
        };
    }
}
