package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.oneseal.supervision.supervising.CardSheet;
import org.oneseal.supervision.supervising.Explain;
import org.oneseal.supervision.supervising.HandleCard;
import org.oneseal.supervision.supervising.Proof;
import org.oneseal.supervision.supervising.Register;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardAction;
import org.oneseal.supervision.warning.CardCommand;
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Colour;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards: to be looked at, proved and handled. */
@RestController
@RequestMapping("/api/v1/cards")
class CardsApi {

    private static final Role[] HANDLERS = {
        Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER
    };

    private final Register register;
    private final Explain explain;
    private final HandleCard handleCard;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    CardsApi(
            Register register,
            Explain explain,
            HandleCard handleCard,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.register = register;
        this.explain = explain;
        this.handleCard = handleCard;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** What is said with an action; the reason is needed to rectify, appeal, uphold and revoke. */
    record ReasonRequest(@Nullable @Size(max = 2000) String reason) {}

    /**
     * @param cause FORCE_MAJEURE, SYSTEM_OUTAGE, LATE_FACT or BASE_REVOKED; none after an appeal
     */
    record RevocationRequest(
            @Nullable @Size(max = 2000) String reason, @Nullable @Size(max = 40) String cause) {}

    record CardView(String id, Colour colour, CardState state, boolean revoked, long version) {}

    @GetMapping
    ResponseEntity<?> cards(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable Colour colour,
            @RequestParam(required = false) @Nullable CardState state,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Boolean proposed) {
        Instant beforeIssued = null;
        String beforeId = "";
        if (!page.isFirst()) {
            List<String> keys = page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset();
            beforeIssued = Instant.parse(keys.get(0));
            beforeId = keys.get(1);
        }
        List<CardSheet> rows =
                register.cards(
                        Sights.of(caller),
                        new Register.CardFilter(colour, state, department, source, proposed),
                        beforeIssued,
                        beforeId,
                        page.fetch());
        return ResponseEntity.ok(
                Page.of(rows, page, row -> List.of(row.issuedAt().toString(), row.id())));
    }

    @GetMapping("/{id}")
    ResponseEntity<CardSheet> card(Caller caller, @PathVariable String id) {
        CardSheet card =
                register.card(id, Sights.of(caller)).orElseThrow(() -> new NotFound("card", id));
        return ResponseEntity.ok().eTag(Versions.etag(card.version())).body(card);
    }

    /** Why this card: facts, rule, calendar and arithmetic. */
    @GetMapping("/{id}/proof")
    Proof proof(Caller caller, @PathVariable String id) {
        return explain.card(id, Sights.of(caller));
    }

    /** Issues a card that is held. */
    @PostMapping("/{id}/issue")
    ResponseEntity<?> issue(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(Role.SUPERVISOR);
        return handle(caller, key, version, id, CardAction.ISSUE, request.reason(), null);
    }

    /** Says that a card that is held is not to be issued. */
    @PostMapping("/{id}/dismissal")
    ResponseEntity<?> dismiss(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(Role.SUPERVISOR);
        return handle(caller, key, version, id, CardAction.DISMISS, request.reason(), null);
    }

    @PostMapping("/{id}/acknowledgement")
    ResponseEntity<?> acknowledge(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(HANDLERS);
        return handle(caller, key, version, id, CardAction.ACKNOWLEDGE, request.reason(), null);
    }

    @PostMapping("/{id}/rectification")
    ResponseEntity<?> rectify(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(HANDLERS);
        return handle(caller, key, version, id, CardAction.RECTIFY, request.reason(), null);
    }

    @PostMapping("/{id}/appeal")
    ResponseEntity<?> appeal(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(HANDLERS);
        return handle(caller, key, version, id, CardAction.APPEAL, request.reason(), null);
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<?> uphold(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(Role.SUPERVISOR);
        return handle(caller, key, version, id, CardAction.UPHOLD, request.reason(), null);
    }

    @PostMapping("/{id}/revocation")
    ResponseEntity<?> revoke(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody RevocationRequest request) {
        caller.require(Role.SUPERVISOR);
        return handle(
                caller, key, version, id, CardAction.REVOKE, request.reason(), request.cause());
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<?> close(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        caller.require(Role.SUPERVISOR);
        return handle(caller, key, version, id, CardAction.CLOSE, request.reason(), null);
    }

    private ResponseEntity<?> handle(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            String id,
            CardAction action,
            @Nullable String reason,
            @Nullable String cause) {
        CardCommand command = new CardCommand(action, caller.subject(), reason, cause);
        return posts.once(
                caller,
                key,
                "POST /cards/" + id + "/" + action,
                List.of(version.value(), String.valueOf(reason), String.valueOf(cause)),
                () -> {
                    HandleCard.Handled handled =
                            handleCard.handle(
                                    id,
                                    action.isOfDepartment()
                                            ? Sights.ofDepartment(caller)
                                            : Sights.of(caller),
                                    version.value(),
                                    command,
                                    actor(caller),
                                    time.instant());
                    return switch (handled.outcome()) {
                        case Card.Moved(Card card) ->
                                ResponseEntity.ok()
                                        .eTag(Versions.etag(handled.version()))
                                        .body(view(card, handled.version()));
                        case Card.Objected(List<Objection> objections) ->
                                objections.stream()
                                                .anyMatch(
                                                        o -> o.code().equals("card-state-forbids"))
                                        ? problems.conflict(objections)
                                        : problems.unprocessable(objections);
                    };
                });
    }

    private static CardView view(Card card, long version) {
        return new CardView(card.id(), card.colour(), card.state(), card.revoked(), version);
    }

    static Actor actor(Caller caller) {
        Role role =
                caller.has(Role.SUPERVISOR)
                        ? Role.SUPERVISOR
                        : caller.roles().stream().sorted().findFirst().orElse(Role.CASE_OFFICER);
        return Actor.person(
                caller.subject(), role.realmName(), caller.department(), null, caller.client());
    }
}
