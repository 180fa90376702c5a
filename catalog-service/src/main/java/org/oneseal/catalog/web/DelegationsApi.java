package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.ChangeDelegation;
import org.oneseal.catalog.delegation.Delegation;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.DelegationOutcome;
import org.oneseal.catalog.delegation.Delegations;
import org.oneseal.catalog.delegation.FollowUps;
import org.oneseal.catalog.delegation.GrantDelegation;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.Forbidden;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Acts by which items go to another body. */
@RestController
@RequestMapping("/api/v1/delegations")
class DelegationsApi {

    private final Delegations delegations;
    private final Departments departments;
    private final GrantDelegation grant;
    private final ChangeDelegation change;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    DelegationsApi(
            Delegations delegations,
            Departments departments,
            GrantDelegation grant,
            ChangeDelegation change,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.delegations = delegations;
        this.departments = departments;
        this.grant = grant;
        this.change = change;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** From which day the receiver handles the items, Asia/Shanghai; today when left out. */
    record TakeoverRequest(@Nullable LocalDate on) {}

    /** On which day the step was done, Asia/Shanghai; today when left out. */
    record SetUpRequest(@Nullable LocalDate on) {}

    /**
     * What was found when those who handed on looked back (回头看).
     *
     * @param on day of the look, Asia/Shanghai; today when left out
     * @param rectifyBy last day to put it right; with the finding RECTIFY and with no other
     */
    record FollowUpRequest(
            @Nullable LocalDate on,
            FollowUps.@NotNull Finding finding,
            @NotNull @Size(max = 500) String text,
            @Nullable LocalDate rectifyBy) {}

    /** Why and from which day it is taken back, Asia/Shanghai; today when left out. */
    record RevocationRequest(@NotNull @Size(max = 500) String reason, @Nullable LocalDate from) {}

    /** An item that a body received, as a line of a list. */
    record ListedView(String name, String receiverRegion, GrantView grant) {}

    /**
     * Acts by which bodies of a region and below it received items, without their lines; by {@code
     * followUpBy} those that are to be looked back at by a day.
     */
    @GetMapping
    Page<DelegationView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable DelegationKind kind,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable LocalDate followUpBy,
            PageRequest page) {
        LocalDate today = today();
        List<Delegation> found =
                delegations.list(
                        new Delegations.ActQuery(
                                region == null ? null : Codes.region(region),
                                kind,
                                department,
                                followUpBy,
                                page.text(),
                                page.fetch()));
        return Page.of(found, page, act -> List.of(act.id()))
                .map(act -> DelegationView.brief(act, today));
    }

    /** The list of what bodies of a region and below it received, on a day: by level and kind. */
    @GetMapping("/items")
    Page<ListedView> items(
            Caller caller,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable RegionLevel level,
            @RequestParam(required = false) @Nullable DelegationKind kind,
            @RequestParam(required = false) @Nullable LocalDate on,
            PageRequest page) {
        List<Delegations.Listed> found =
                delegations.listed(
                        new Delegations.ListQuery(
                                Codes.region(region),
                                level,
                                kind,
                                on == null ? today() : on,
                                page.sortedBy(SortKey.TEXT, SortKey.TEXT).keyset(),
                                page.fetch()));
        return Page.of(found, page, l -> List.of(l.grant().item(), l.grant().delegation()))
                .map(l -> new ListedView(l.name(), l.receiverRegion(), GrantView.of(l.grant())));
    }

    @GetMapping("/{id}")
    ResponseEntity<DelegationView> one(Caller caller, @PathVariable String id) {
        Delegation act = find(id);
        return ResponseEntity.ok()
                .eTag(Versions.etag(act.version()))
                .body(DelegationView.whole(act, today()));
    }

    /** Hands items to another body, all of them or none. */
    @PostMapping
    ResponseEntity<?> grant(
            Caller caller, IdempotencyKey key, @Valid @RequestBody DelegationRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        RegionCode within = Editing.within(caller);
        if (within == null) throw new Forbidden("edits nowhere");
        return posts.once(
                caller,
                key,
                "POST /delegations",
                body,
                () ->
                        answer(
                                201,
                                grant.grant(
                                        body.command(),
                                        within,
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** A step of the preparation at the receiver is done (下放准备). */
    @PostMapping("/{id}/set-up/{step}")
    ResponseEntity<?> prepare(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String step,
            @Valid @RequestBody SetUpRequest body) {
        Delegation act = find(id);
        Editing.require(caller, act.receiverRegion());
        LocalDate on = body.on() == null ? today() : body.on();
        return posts.once(
                caller,
                key,
                "POST /delegations/" + id + "/set-up/" + step,
                version,
                body,
                () ->
                        answer(
                                200,
                                change.prepare(
                                        id,
                                        version.value(),
                                        step,
                                        on,
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** The receiver takes the items over. */
    @PostMapping("/{id}/takeover")
    ResponseEntity<?> takeOver(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody TakeoverRequest body) {
        Delegation act = find(id);
        Editing.require(caller, act.receiverRegion());
        LocalDate on = body.on() == null ? today() : body.on();
        return posts.once(
                caller,
                key,
                "POST /delegations/" + id + "/takeover",
                version,
                body,
                () ->
                        answer(
                                200,
                                change.takeOver(
                                        id,
                                        version.value(),
                                        on,
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** Those who handed on look back at what became of the items (回头看). */
    @PostMapping("/{id}/follow-ups")
    ResponseEntity<?> followUp(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody FollowUpRequest body) {
        requireGiver(caller, find(id));
        var look =
                new FollowUps.FollowUp(
                        body.on() == null ? today() : body.on(),
                        body.finding(),
                        body.text().strip(),
                        body.rectifyBy());
        return posts.once(
                caller,
                key,
                "POST /delegations/" + id + "/follow-ups",
                version,
                body,
                () ->
                        answer(
                                200,
                                change.followUp(
                                        id,
                                        version.value(),
                                        look,
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** Takes an act back, today or from a planned day on. */
    @PostMapping("/{id}/revocation")
    ResponseEntity<?> revoke(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody RevocationRequest body) {
        requireGiver(caller, find(id));
        LocalDate from = body.from() == null ? today() : body.from();
        return posts.once(
                caller,
                key,
                "POST /delegations/" + id + "/revocation",
                version,
                body,
                () ->
                        answer(
                                200,
                                change.revoke(
                                        id,
                                        version.value(),
                                        from,
                                        body.reason(),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    private void requireGiver(Caller caller, Delegation act) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        for (String giver : act.givers()) {
            Editing.require(caller, departments.find(giver).orElseThrow().region());
        }
    }

    private ResponseEntity<?> answer(int status, DelegationOutcome outcome) {
        return switch (outcome) {
            case DelegationOutcome.Done(var act) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(act.version()))
                            .body(DelegationView.whole(act, today()));
            case DelegationOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case DelegationOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    private Delegation find(String id) {
        return delegations.find(id).orElseThrow(() -> new NotFound("delegation", id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), WorkCalendar.ZONE);
    }
}
