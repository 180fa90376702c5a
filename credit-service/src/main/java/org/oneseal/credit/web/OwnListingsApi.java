package org.oneseal.credit.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.listing.SpeakForSubject;
import org.oneseal.credit.web.ListingRequests.DisputeRequest;
import org.oneseal.credit.web.ListingRequests.RepairRequest;
import org.oneseal.credit.web.ListingRequests.StatementRequest;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the party concerned says of its own listing, with its own token. A credit officer enters
 * here what came on paper.
 */
@RestController
@RequestMapping("/api/v1/lists/{id}")
class OwnListingsApi {

    private static final Role[] SPEAKERS = {Role.APPLICANT, Role.INSTITUTION, Role.CREDIT_OFFICER};

    private final SpeakForSubject speakForSubject;
    private final ListingAnswers answers;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    OwnListingsApi(
            SpeakForSubject speakForSubject,
            ListingAnswers answers,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.speakForSubject = speakForSubject;
        this.answers = answers;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    @PostMapping("/statements")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> state(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid StatementRequest request) {
        return act(
                caller,
                key,
                id + "/statements",
                List.of(version, request),
                new PublicTexts().check("/text", request.text()),
                () ->
                        speakForSubject.state(
                                id,
                                version.value(),
                                request.text(),
                                Boolean.TRUE.equals(request.conclusive()),
                                speaker(caller),
                                time.instant()));
    }

    @PostMapping("/disputes")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> dispute(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid DisputeRequest request) {
        return act(
                caller,
                key,
                id + "/disputes",
                List.of(version, request),
                new PublicTexts().check("/text", request.text()),
                () ->
                        speakForSubject.dispute(
                                id,
                                version.value(),
                                request.text(),
                                speaker(caller),
                                time.instant()));
    }

    @PostMapping("/repairs")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> repair(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid RepairRequest request) {
        return act(
                caller,
                key,
                id + "/repairs",
                List.of(version, request),
                new PublicTexts()
                        .check("/promise", request.promise())
                        .check("/remedied", request.remedied()),
                () ->
                        speakForSubject.applyForRepair(
                                id,
                                version.value(),
                                request.promise(),
                                request.remedied(),
                                speaker(caller),
                                time.instant()));
    }

    private ResponseEntity<?> act(
            Caller caller,
            IdempotencyKey key,
            String what,
            List<Object> body,
            PublicTexts texts,
            Supplier<Listing.Outcome> act) {
        caller.require(SPEAKERS);
        List<Objection> objections = texts.objections();
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        return posts.once(
                caller, key, "POST /lists/" + what, body, () -> answers.answer(act.get(), caller));
    }

    private static SpeakForSubject.Speaker speaker(Caller caller) {
        Scope scope = Scope.of(caller);
        boolean party = scope instanceof Scope.OfParty;
        Role role = party ? null : Role.CREDIT_OFFICER;
        return new SpeakForSubject.Speaker(Actor.of(caller, role), scope, !party);
    }
}
