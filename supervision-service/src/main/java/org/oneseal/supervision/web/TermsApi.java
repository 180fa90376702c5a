package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.ruling.SetTerm;
import org.oneseal.supervision.supervising.WatchTerm;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How limits of clocks that no item states are set. */
@RestController
class TermsApi {

    private final SetTerm setTerm;
    private final RulesApi.RuleViews views;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    TermsApi(
            SetTerm setTerm,
            RulesApi.RuleViews views,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.setTerm = setTerm;
        this.views = views;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param stage what is waited for, such as signed; null for every stage of the kind that has no
     *     limit of its own
     * @param amount in working days
     * @param effectiveTo last day, null without end
     */
    record TermRequest(
            @NotNull WatchKind kind,
            @Nullable @Pattern(regexp = MattersApi.WORD) String stage,
            @NotBlank @Pattern(regexp = "[0-9]{12}") String region,
            @Positive int amount,
            @NotNull LimitUnit unit,
            @NotNull @Size(max = 400) String ground,
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {

        WatchTerm term() {
            return new WatchTerm(
                    kind,
                    stage,
                    new RegionCode(region),
                    new TimeLimit(amount, unit),
                    ground,
                    effectiveFrom,
                    effectiveTo);
        }
    }

    /** Sets the limit of a clock for a region and below; the one before it ends the day before. */
    @PostMapping("/api/v1/watches/terms")
    ResponseEntity<?> set(
            Caller caller, IdempotencyKey key, @Valid @RequestBody TermRequest request) {
        RegionCode own = RuleBookApi.own(caller);
        if (!RegionCode.isValid(request.region())) {
            return problems.badRequest(
                    List.of(Objection.of("region-invalid", request.region()).at("/region")));
        }
        return posts.once(
                caller,
                key,
                "POST /watches/terms",
                request,
                () ->
                        switch (setTerm.set(
                                request.term(), own, RuleBookApi.actor(caller), time.instant())) {
                            case SetTerm.Agreed(WatchTerm term) ->
                                    ResponseEntity.created(
                                                    URI.create(
                                                            "/api/v1/watches/terms?region="
                                                                    + term.region().value()
                                                                    + "&on="
                                                                    + term.from()))
                                            .body(views.term(term));
                            case SetTerm.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }
}
