package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.DrawByHand;
import org.oneseal.supervision.supervising.Patrol;
import org.oneseal.supervision.supervising.Patrols;
import org.oneseal.supervision.supervising.RevokeCards;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors alone do with cards: draw them by hand, take many back together, patrol. */
@RestController
@RequestMapping("/api/v1/cards")
class SupervisorsCardsApi {

    private static final Instant EARLIEST = Instant.parse("1979-12-31T16:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T16:00:00Z");

    private final DrawByHand drawByHand;
    private final RevokeCards revokeCards;
    private final Patrol patrol;
    private final Patrols patrols;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    SupervisorsCardsApi(
            DrawByHand drawByHand,
            RevokeCards revokeCards,
            Patrol patrol,
            Patrols patrols,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.drawByHand = drawByHand;
        this.revokeCards = revokeCards;
        this.patrol = patrol;
        this.patrols = patrols;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param rule code of a rule for cards by hand, such as manual-fee
     * @param caseId null where what was seen is no case of the platform; then department and matter
     *     say whom and what it concerns
     * @param region the caller's own if nothing is said
     */
    record SeenRequest(
            @NotBlank @Size(max = 60) String rule,
            @Nullable @Size(max = 80) String caseId,
            @Nullable String region,
            @Nullable @Size(max = 60) String department,
            @Nullable @Size(max = 200) String matter,
            @Nullable @Size(max = 2000) String reason) {}

    /**
     * @param region the caller's own if nothing is said
     * @param cause SYSTEM_OUTAGE or FORCE_MAJEURE
     */
    record MassRevocationRequest(
            @Nullable String region,
            @Nullable @Size(max = 60) String department,
            @NotNull Instant from,
            @NotNull Instant to,
            @NotBlank @Size(max = 40) String cause,
            @Nullable @Size(max = 2000) String reason) {}

    record DrawnView(String id) {}

    /** Draws a card for what no clock shows. */
    @PostMapping
    ResponseEntity<?> draw(
            Caller caller, IdempotencyKey key, @Valid @RequestBody SeenRequest request) {
        caller.require(Role.SUPERVISOR);
        RegionCode region = region(caller, request.region());
        if (region == null) return refused(request.region());
        return posts.once(
                caller,
                key,
                "POST /cards",
                request,
                () ->
                        switch (drawByHand.draw(
                                new DrawByHand.Seen(
                                        request.rule(),
                                        request.caseId(),
                                        region,
                                        request.department(),
                                        request.matter(),
                                        request.reason()),
                                caller.region(),
                                caller.subject(),
                                time.instant())) {
                            case DrawByHand.Drawn(String id) ->
                                    ResponseEntity.created(URI.create("/api/v1/cards/" + id))
                                            .body(new DrawnView(id));
                            case DrawByHand.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Takes back the cards whose thresholds fell into an outage. */
    @PostMapping("/revocations")
    ResponseEntity<?> revoke(
            Caller caller, IdempotencyKey key, @Valid @RequestBody MassRevocationRequest request) {
        caller.require(Role.SUPERVISOR);
        RegionCode region = region(caller, request.region());
        if (region == null) return refused(request.region());
        return posts.once(
                caller,
                key,
                "POST /cards/revocations",
                request,
                () ->
                        switch (revokeCards.revoke(
                                new RevokeCards.Order(
                                        region,
                                        request.department(),
                                        request.from(),
                                        request.to(),
                                        request.cause(),
                                        request.reason()),
                                Scope.of(caller),
                                caller.region(),
                                CardsApi.actor(caller),
                                time.instant())) {
                            case RevokeCards.Revoked revoked -> ResponseEntity.ok(revoked);
                            case RevokeCards.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Draws issued cards again and reports those that come out otherwise; nothing is changed. */
    @GetMapping("/patrol")
    ResponseEntity<?> patrol(Caller caller, @RequestParam Instant from, @RequestParam Instant to) {
        caller.require(Role.SUPERVISOR, Role.AUDITOR, Role.PLATFORM_OPERATOR);
        if (to.isBefore(from) || from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            return problems.badRequest(
                    List.of(
                            Objection.of("patrol-time-invalid", day(EARLIEST), day(LATEST))
                                    .at("/from")));
        }
        return ResponseEntity.ok(patrol.patrol(Sights.of(caller), from, to));
    }

    /** The patrols of past nights, each with how many wrong cards the caller may see. */
    @GetMapping("/patrols")
    Page<Patrols.Night> nights(Caller caller, PageRequest page) {
        caller.require(Role.SUPERVISOR, Role.AUDITOR, Role.PLATFORM_OPERATOR);
        List<Long> last = page.numbers(1);
        LocalDate before =
                last.isEmpty()
                        ? null
                        : LocalDate.ofEpochDay(Math.min(last.getFirst(), day(LATEST).toEpochDay()));
        return Page.of(
                patrols.nights(Sights.of(caller), before, page.fetch()),
                page,
                night -> List.of(String.valueOf(night.day().toEpochDay())));
    }

    /** What the patrol of a day's cards found, as far as the caller may see them. */
    @GetMapping("/patrols/{day}")
    Page<Patrol.Wrong> wrong(
            Caller caller,
            PageRequest page,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        caller.require(Role.SUPERVISOR, Role.AUDITOR, Role.PLATFORM_OPERATOR);
        String after = page.text();
        if (day.isBefore(day(EARLIEST)) || day.isAfter(day(LATEST)) || !patrols.isPatrolled(day)) {
            throw new NotFound("patrol", day.toString());
        }
        return Page.of(
                patrols.wrong(Sights.of(caller), day, after, page.fetch()),
                page,
                one -> List.of(one.cardId()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    private static @Nullable RegionCode region(Caller caller, @Nullable String region) {
        if (region == null) return caller.region();
        return RegionCode.isValid(region) ? new RegionCode(region) : null;
    }

    private ResponseEntity<?> refused(@Nullable String region) {
        return problems.badRequest(
                List.of(Objection.of("region-invalid", String.valueOf(region)).at("/region")));
    }
}
