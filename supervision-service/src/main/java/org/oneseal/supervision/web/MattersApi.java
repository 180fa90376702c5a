package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.oneseal.supervision.supervising.Matters;
import org.oneseal.supervision.supervising.TellMatter;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Matters that are told to supervision itself: disclosure, tickets, reviews. */
@RestController
@RequestMapping("/api/v1/watches/matters")
class MattersApi {

    static final String WORD = "[a-z][a-z-]{0,39}";

    private final TellMatter tellMatter;
    private final Matters matters;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    MattersApi(
            TellMatter tellMatter,
            Matters matters,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.tellMatter = tellMatter;
        this.matters = matters;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param number as its department counts it; once a kind and department
     * @param reached what happened, such as received
     * @param awaits what has to follow, such as answered
     * @param from day from which the time is counted, if not that of the event
     * @param by last day, if one was stated; the earlier of this and the term's governs
     */
    record OpeningRequest(
            @NotNull WatchKind kind,
            @NotBlank @Size(max = 80) String number,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Pattern(regexp = "[0-9]{12}") String region,
            @NotBlank @Size(max = 60) String department,
            @NotNull @Pattern(regexp = WORD) String reached,
            @Nullable @Pattern(regexp = WORD) String awaits,
            @NotNull Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate by) {}

    /**
     * @param awaits what has to follow; nothing at the end of the matter
     */
    record MilestoneRequest(
            @NotNull @Pattern(regexp = WORD) String reached,
            @Nullable @Pattern(regexp = WORD) String awaits,
            @NotNull Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate by) {}

    record MatterView(
            String id,
            WatchKind kind,
            String number,
            String title,
            String region,
            String department,
            @Nullable String awaits,
            long version) {

        static MatterView of(Matters.Matter matter) {
            return new MatterView(
                    matter.id(),
                    matter.kind(),
                    matter.number(),
                    matter.title(),
                    matter.region().value(),
                    matter.department(),
                    matter.awaits(),
                    matter.version());
        }
    }

    /** Begins to watch a matter. */
    @PostMapping
    ResponseEntity<?> open(
            Caller caller, IdempotencyKey key, @Valid @RequestBody OpeningRequest request) {
        Role role = teller(caller);
        if (!RegionCode.isValid(request.region())) {
            return problems.badRequest(
                    List.of(Objection.of("region-invalid", request.region()).at("/region")));
        }
        return posts.once(
                caller,
                key,
                "POST /watches/matters",
                request,
                () ->
                        switch (tellMatter.open(
                                new TellMatter.Opening(
                                        request.kind(),
                                        request.number(),
                                        request.title(),
                                        new RegionCode(request.region()),
                                        request.department()),
                                new TellMatter.Step(
                                        request.reached(),
                                        request.awaits(),
                                        request.at(),
                                        request.from(),
                                        request.by()),
                                new TellMatter.Teller(
                                        Actor.of(caller, role),
                                        caller.region(),
                                        ofOwnDepartment(role)
                                                ? Set.of(orNone(caller.department()))
                                                : null),
                                time.instant())) {
                            case TellMatter.Done(Matters.Matter matter) ->
                                    ResponseEntity.created(
                                                    URI.create(
                                                            "/api/v1/watches/matters/"
                                                                    + matter.id()))
                                            .eTag(Versions.etag(matter.version()))
                                            .body(MatterView.of(matter));
                            case TellMatter.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Tells what came next in a matter. */
    @PostMapping("/{id}/milestones")
    ResponseEntity<?> goOn(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @Valid @RequestBody MilestoneRequest request) {
        Role role = teller(caller);
        return posts.once(
                caller,
                key,
                "POST /watches/matters/" + id + "/milestones",
                List.of(version.value(), request),
                () ->
                        switch (tellMatter.goOn(
                                id,
                                version.value(),
                                new TellMatter.Step(
                                        request.reached(),
                                        request.awaits(),
                                        request.at(),
                                        request.from(),
                                        request.by()),
                                scope(caller, role),
                                Actor.of(caller, role),
                                time.instant())) {
                            case TellMatter.Done(Matters.Matter matter) ->
                                    ResponseEntity.ok()
                                            .eTag(Versions.etag(matter.version()))
                                            .body(MatterView.of(matter));
                            case TellMatter.Objected(List<Objection> objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** How far a matter has come; its watches are those of its id. */
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<MatterView> matter(Caller caller, @PathVariable String id) {
        Scope scope = scope(caller, teller(caller));
        Matters.Matter matter =
                matters.find(id, scope).orElseThrow(() -> new NotFound("matter", id));
        return ResponseEntity.ok()
                .eTag(Versions.etag(matter.version()))
                .body(MatterView.of(matter));
    }

    private static Role teller(Caller caller) {
        caller.require(
                Role.SUPERVISOR, Role.HOTLINE_AGENT, Role.DEPARTMENT_SYSTEM, Role.CASE_OFFICER);
        if (caller.has(Role.SUPERVISOR)) return Role.SUPERVISOR;
        if (caller.has(Role.HOTLINE_AGENT)) return Role.HOTLINE_AGENT;
        return caller.has(Role.DEPARTMENT_SYSTEM) ? Role.DEPARTMENT_SYSTEM : Role.CASE_OFFICER;
    }

    private static boolean ofOwnDepartment(Role role) {
        return role == Role.DEPARTMENT_SYSTEM || role == Role.CASE_OFFICER;
    }

    /** A department's own system without a department may tell of none. */
    private static String orNone(@Nullable String department) {
        return department == null ? "" : department;
    }

    /** Of whose matters the role that tells may tell, whatever else the caller is. */
    private static Scope scope(Caller caller, Role role) {
        RegionCode region = caller.region();
        if (region == null) return new Scope.Nothing();
        return ofOwnDepartment(role)
                ? new Scope.OfDepartment(region, orNone(caller.department()))
                : new Scope.WithinRegion(region);
    }
}
