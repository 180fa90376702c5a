package org.oneseal.credit.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.HandleListing;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.listing.ListingRegister;
import org.oneseal.credit.listing.ListingState;
import org.oneseal.credit.listing.Officer;
import org.oneseal.credit.listing.ProposeListing;
import org.oneseal.credit.promises.Subjects;
import org.oneseal.credit.web.ListingRequests.DisputeAnswerRequest;
import org.oneseal.credit.web.ListingRequests.ListingDecisionRequest;
import org.oneseal.credit.web.ListingRequests.ProposalRequest;
import org.oneseal.credit.web.ListingRequests.RepairAnswerRequest;
import org.oneseal.credit.web.ListingRequests.RevocationRequest;
import org.oneseal.credit.web.ListingRequests.SubjectRequest;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Listings: what the authority does, and what those concerned may read. */
@RestController
@RequestMapping("/api/v1/lists")
class ListingsApi {

    private static final Role[] READERS = {
        Role.CREDIT_OFFICER,
        Role.SUPERVISOR,
        Role.AUDITOR,
        Role.PLATFORM_OPERATOR,
        Role.APPLICANT,
        Role.INSTITUTION
    };

    private final ListingRegister register;
    private final ProposeListing proposeListing;
    private final HandleListing handleListing;
    private final Subjects subjects;
    private final ListingAnswers answers;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    ListingsApi(
            ListingRegister register,
            ProposeListing proposeListing,
            HandleListing handleListing,
            Subjects subjects,
            ListingAnswers answers,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.register = register;
        this.proposeListing = proposeListing;
        this.handleListing = handleListing;
        this.subjects = subjects;
        this.answers = answers;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    @GetMapping
    Page<ListingView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable ListingState state,
            @RequestParam(required = false) @Nullable String subject,
            PageRequest page) {
        caller.require(READERS);
        return register.inScope(Scope.of(caller), state, subject, page)
                .map(listing -> answers.view(listing, caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<ListingView> one(Caller caller, @PathVariable String id) {
        caller.require(READERS);
        return answers.shown(
                register.byId(id, Scope.of(caller)).orElseThrow(() -> new NotFound("listing", id)),
                caller);
    }

    @PostMapping
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> propose(
            Caller caller, IdempotencyKey key, @RequestBody @Valid ProposalRequest request) {
        caller.require(Role.CREDIT_OFFICER);
        List<Objection> objections = new ArrayList<>(objections(request.subject()));
        objections.addAll(
                new PublicTexts()
                        .check("/facts", request.facts())
                        .check("/ground", request.ground())
                        .check("/subject/name", request.subject().name())
                        .objections());
        RegionCode region = caller.region();
        if (region == null) objections.add(Objection.of("region-missing"));
        if (!objections.isEmpty() || region == null) return problems.unprocessable(objections);
        return posts.once(
                caller,
                key,
                "POST /lists",
                request,
                () ->
                        answers.answer(
                                proposeListing.propose(
                                        new ProposeListing.Proposed(
                                                request.kind(),
                                                subject(request.subject()),
                                                request.facts(),
                                                request.ground(),
                                                request.fields() == null
                                                        ? Set.of()
                                                        : request.fields()),
                                        region,
                                        caller.department(),
                                        Actor.of(caller, Role.CREDIT_OFFICER),
                                        time.instant()),
                                caller));
    }

    @PostMapping("/{id}/notice")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> notice(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        return act(
                caller,
                key,
                id + "/notice",
                List.of(version),
                () ->
                        handleListing.serveNotice(
                                id, version.value(), officer(caller), time.instant()));
    }

    @PostMapping("/{id}/decision")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> decide(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ListingDecisionRequest request) {
        return act(
                caller,
                key,
                id + "/decision",
                List.of(version, request),
                () ->
                        handleListing.decide(
                                id,
                                version.value(),
                                request.list(),
                                request.reason(),
                                request.answer(),
                                officer(caller),
                                time.instant()));
    }

    @PostMapping("/{id}/disputes/{dispute}/answer")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> answerDispute(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String dispute,
            @RequestBody @Valid DisputeAnswerRequest request) {
        caller.require(Role.CREDIT_OFFICER);
        List<Objection> objections =
                new PublicTexts()
                        .check("/facts", request.facts())
                        .check("/ground", request.ground())
                        .objections();
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        return act(
                caller,
                key,
                id + "/disputes/" + dispute + "/answer",
                List.of(version, request),
                () ->
                        handleListing.answerDispute(
                                id,
                                version.value(),
                                new HandleListing.DisputeReply(
                                        dispute,
                                        request.verdict(),
                                        request.reason(),
                                        request.facts(),
                                        request.ground(),
                                        request.lastDay()),
                                officer(caller),
                                time.instant()));
    }

    @PostMapping("/{id}/repairs/{repair}/answer")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> answerRepair(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String repair,
            @RequestBody @Valid RepairAnswerRequest request) {
        return act(
                caller,
                key,
                id + "/repairs/" + repair + "/answer",
                List.of(version, request),
                () ->
                        handleListing.answerRepair(
                                id,
                                version.value(),
                                repair,
                                request.granted(),
                                request.dutiesFulfilled(),
                                request.reason(),
                                officer(caller),
                                time.instant()));
    }

    @PostMapping("/{id}/revocation")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<?> revoke(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid RevocationRequest request) {
        return act(
                caller,
                key,
                id + "/revocation",
                List.of(version, request),
                () ->
                        handleListing.revoke(
                                id,
                                version.value(),
                                request.reason(),
                                officer(caller),
                                time.instant()));
    }

    private ResponseEntity<?> act(
            Caller caller,
            IdempotencyKey key,
            String what,
            List<Object> body,
            Supplier<Listing.Outcome> act) {
        caller.require(Role.CREDIT_OFFICER);
        return posts.once(
                caller, key, "POST /lists/" + what, body, () -> answers.answer(act.get(), caller));
    }

    private static List<Objection> objections(SubjectRequest subject) {
        List<Objection> objections = new ArrayList<>();
        String uscc = subject.uscc();
        switch (subject.kind()) {
            case ORGANISATION -> {
                if (uscc == null || !UnifiedSocialCreditCode.isValid(uscc)) {
                    objections.add(Objection.of("uscc-invalid").at("/subject/uscc"));
                }
            }
            case PERSON -> {
                String party = subject.party();
                if (party == null || party.isBlank()) {
                    objections.add(Objection.of("party-missing").at("/subject/party"));
                } else if (PublicTexts.holdsNumber(party)) {
                    objections.add(Objection.of("personal-number-in-text").at("/subject/party"));
                }
                if (uscc != null) {
                    objections.add(Objection.of("uscc-of-person").at("/subject/uscc"));
                }
            }
        }
        return objections;
    }

    /** An organisation that decisions have named before brings the party that speaks for it. */
    private ListedSubject subject(SubjectRequest request) {
        String uscc = request.uscc();
        String party = request.party();
        if (request.kind() == ListedSubject.Kind.PERSON || uscc == null) {
            return ListedSubject.person(party == null ? "" : party, request.name());
        }
        if (party == null) {
            party = subjects.byCode(uscc).map(ListedSubject::party).orElse(null);
        }
        return ListedSubject.organisation(uscc, request.name(), party);
    }

    private static Officer officer(Caller caller) {
        return new Officer(
                Actor.of(caller, Role.CREDIT_OFFICER), caller.region(), Scope.of(caller));
    }
}
