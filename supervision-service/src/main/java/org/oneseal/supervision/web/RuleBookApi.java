package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.supervision.ruling.EndRule;
import org.oneseal.supervision.ruling.RuleBook;
import org.oneseal.supervision.ruling.SetRule;
import org.oneseal.supervision.ruling.TryRule;
import org.oneseal.supervision.warning.CardRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How rules change: tried on the past, set from tomorrow at the earliest, ended, looked up. */
@RestController
@RequestMapping("/api/v1/cards/rules")
class RuleBookApi {

    private final RuleBook book;
    private final SetRule setRule;
    private final EndRule endRule;
    private final TryRule tryRule;
    private final RulesApi.RuleViews views;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    RuleBookApi(
            RuleBook book,
            SetRule setRule,
            EndRule endRule,
            TryRule tryRule,
            RulesApi.RuleViews views,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.book = book;
        this.setRule = setRule;
        this.endRule = endRule;
        this.tryRule = tryRule;
        this.views = views;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * A rule and the days on which the watches were opened that it is tried on.
     *
     * @param after what {@code next} said of the trial that this one goes on with
     * @param most cases to be looked at in one go
     */
    record TrialRequest(
            @NotNull @Valid RuleRequest rule,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 80) String after,
            @Nullable Integer most) {

        TryRule.Past past() {
            return new TryRule.Past(from, to, after == null ? "" : after, most);
        }
    }

    record EndRequest(@NotNull LocalDate lastDay, @Nullable @Size(max = 2000) String reason) {}

    /** Sets a new version of a rule. */
    @PostMapping
    ResponseEntity<?> set(
            Caller caller, IdempotencyKey key, @Valid @RequestBody RuleRequest request) {
        RegionCode own = own(caller);
        if (!request.hasRegion()) return refused(request.region(), "/region");
        return posts.once(
                caller,
                key,
                "POST /cards/rules",
                request,
                () ->
                        switch (setRule.set(request.draft(), own, actor(caller), time.instant())) {
                            case SetRule.Set(CardRule rule) ->
                                    ResponseEntity.created(
                                                    URI.create(
                                                            "/api/v1/cards/rules/"
                                                                    + rule.code()
                                                                    + "/versions"))
                                            .body(views.rule(rule, false));
                            case SetRule.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Gives a version its last day; what runs is not touched. */
    @PostMapping("/{code}/versions/{version}/end")
    ResponseEntity<?> end(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String code,
            @PathVariable int version,
            @Valid @RequestBody EndRequest request) {
        RegionCode own = own(caller);
        return posts.once(
                caller,
                key,
                "POST /cards/rules/" + code + "/versions/" + version + "/end",
                request,
                () ->
                        switch (endRule.end(
                                code,
                                version,
                                request.lastDay(),
                                request.reason(),
                                own,
                                actor(caller),
                                time.instant())) {
                            case EndRule.Ended(CardRule rule) ->
                                    ResponseEntity.ok(views.rule(rule, false));
                            case EndRule.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /**
     * What a rule would have drawn in the past. The key is asked for as everywhere; nothing is
     * kept.
     */
    @PostMapping("/trials")
    ResponseEntity<?> trial(
            Caller caller, IdempotencyKey key, @Valid @RequestBody TrialRequest request) {
        RegionCode own = own(caller);
        if (!request.rule().hasRegion()) return refused(request.rule().region(), "/rule/region");
        return switch (tryRule.tryOn(request.rule().draft(), request.past(), own, time.instant())) {
            case TryRule.Tried tried -> ResponseEntity.ok(tried);
            case TryRule.Objected(List<Objection> objections) -> problems.unprocessable(objections);
        };
    }

    /** Every version of a rule, of whatever region, the newest first. */
    @GetMapping("/{code}/versions")
    Page<RulesApi.RuleView> versions(Caller caller, PageRequest page, @PathVariable String code) {
        RulesApi.requireStaff(caller);
        List<Long> last = page.numbers(1);
        long below = last.isEmpty() ? Integer.MAX_VALUE : last.getFirst();
        List<CardRule> versions =
                book.versions(code, Math.clamp(below, 0, Integer.MAX_VALUE), page.fetch());
        if (versions.isEmpty() && page.isFirst()) throw new NotFound("rule", code);
        return Page.of(versions, page, r -> List.of(String.valueOf(r.version())))
                .map(r -> views.rule(r, false));
    }

    /** The region for which the caller may set rules: the operator's is the nation. */
    static @Nullable RegionCode own(Caller caller) {
        caller.require(Role.SUPERVISOR, Role.PLATFORM_OPERATOR);
        return caller.region() == null && caller.has(Role.PLATFORM_OPERATOR)
                ? RegionCode.NATION
                : caller.region();
    }

    static Actor actor(Caller caller) {
        return Actor.of(
                caller, caller.has(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.PLATFORM_OPERATOR);
    }

    private ResponseEntity<?> refused(String region, String field) {
        return problems.badRequest(List.of(Objection.of("region-invalid", region).at(field)));
    }
}
