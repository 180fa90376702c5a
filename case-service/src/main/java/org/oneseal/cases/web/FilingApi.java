package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseNumbers;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.intake.Submission;
import org.oneseal.cases.intake.SubmitCase;
import org.oneseal.cases.items.FindItem;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.web.CaseBodies.MaterialBody;
import org.oneseal.cases.web.CaseBodies.SubmissionRequest;
import org.oneseal.cases.web.Filings.Settled;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application comes in (申办). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class FilingApi {

    private final Reaches reaches;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Filings filings;
    private final FindItem findItem;
    private final SubmitCase submitCase;
    private final CaseViews views;
    private final CaseNumbers numbers;
    private final Ids ids;
    private final Json json;
    private final InstantSource time;

    FilingApi(
            Reaches reaches,
            IdempotentPosts posts,
            Problems problems,
            Filings filings,
            FindItem findItem,
            SubmitCase submitCase,
            CaseViews views,
            CaseNumbers numbers,
            Ids ids,
            Json json,
            InstantSource time) {
        this.reaches = reaches;
        this.posts = posts;
        this.problems = problems;
        this.filings = filings;
        this.findItem = findItem;
        this.submitCase = submitCase;
        this.views = views;
        this.numbers = numbers;
        this.ids = ids;
        this.json = json;
        this.time = time;
    }

    @PostMapping
    @Operation(summary = "Submit an application")
    ResponseEntity<?> submit(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestBody @Valid SubmissionRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        Instant now = time.instant();
        Optional<ItemVersion> item =
                findItem.find(body.itemCode(), Case.dayOf(now), token.getTokenValue());
        item.ifPresent(it -> numbers.atHand(it.itemCode(), Case.dayOf(now)));
        return posts.once(
                caller,
                key,
                "POST /cases" + (reach.actingFor() ? " for " + reach.party() : ""),
                body,
                () -> submit(reach, item, body, now));
    }

    private ResponseEntity<?> submit(
            Reach reach, Optional<ItemVersion> found, SubmissionRequest body, Instant now) {
        var wanted = new Filings.Wanted(body.itemCode(), body.party(), body.region());
        return switch (filings.settle(reach, found, wanted)) {
            case Settled.Refused(var answer) -> answer;
            case Settled.Ready ready -> submit(reach, ready, body, now);
        };
    }

    private ResponseEntity<?> submit(
            Reach reach, Settled.Ready ready, SubmissionRequest body, Instant now) {
        boolean atCounter = reach.staff();
        var submission =
                new Submission(
                        ids.next(ready.region()),
                        numbers.caseNumber(ready.item().itemCode(), Case.dayOf(now)),
                        numbers.queryNumber(),
                        ready.subject(),
                        reach.actingFor(),
                        atCounter ? "WINDOW" : Objects.requireNonNullElse(body.channel(), "ONLINE"),
                        atCounter,
                        ready.region(),
                        MaterialBody.all(body.materials()),
                        body.promise() == null ? null : body.promise().promising());
        String form = body.form() == null ? null : json.write(body.form());
        String role = atCounter ? Role.WINDOW_CLERK.realmName() : Role.APPLICANT.realmName();
        return switch (submitCase.submit(
                submission, ready.item(), form, reach.handler(), reach.actor(role), now)) {
            case Handled.Done(var file) ->
                    ResponseEntity.created(URI.create("/api/v1/cases/" + submission.id()))
                            .eTag(Versions.etag(file.version()))
                            .body(views.view(file));
            case Handled.Objected(var objections) -> problems.unprocessable(objections);
            case Handled.OutOfTurn(var objections) -> problems.conflict(objections);
        };
    }
}
