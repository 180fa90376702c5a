package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.oneseal.cases.assignment.Officer;
import org.oneseal.cases.assignment.Roster;
import org.oneseal.cases.substitution.Substitute;
import org.oneseal.cases.substitution.Substitution;
import org.oneseal.cases.substitution.Substitutions;
import org.oneseal.cases.web.HandlingBodies.SubstitutionRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Forbidden;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is there to handle cases, and who stands in for whom (在岗名册、代班). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "handling")
class OfficersApi {

    private final Roster roster;
    private final Substitute substitute;
    private final Substitutions substitutions;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Ids ids;
    private final InstantSource time;

    OfficersApi(
            Roster roster,
            Substitute substitute,
            Substitutions substitutions,
            IdempotentPosts posts,
            Problems problems,
            Ids ids,
            InstantSource time) {
        this.roster = roster;
        this.substitute = substitute;
        this.substitutions = substitutions;
        this.posts = posts;
        this.problems = problems;
        this.ids = ids;
        this.time = time;
    }

    @PostMapping("/officers")
    @Operation(summary = "Sign on to the roster of one's department, as the account says")
    ResponseEntity<?> signOn(@Parameter(hidden = true) Caller caller, IdempotencyKey key) {
        Officer officer = officer(caller);
        Instant now = time.instant();
        return posts.once(
                caller,
                key,
                "POST /cases/officers",
                Map.of(),
                () -> {
                    roster.signOn(officer, now);
                    return ResponseEntity.ok(officer);
                });
    }

    @GetMapping("/officers")
    @Operation(summary = "The roster of one's department")
    List<Officer> officers(@Parameter(hidden = true) Caller caller) {
        Officer asking = officer(caller);
        return roster.of(asking.region(), asking.department());
    }

    @PostMapping("/substitutions")
    @Operation(summary = "Set a substitute for oneself, or as the head for an officer, for a time")
    ResponseEntity<?> substitute(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid SubstitutionRequest body) {
        Officer by = officer(caller);
        Instant now = time.instant();
        var wanted =
                new Substitute.Wanted(
                        Objects.requireNonNullElse(body.absent(), by.subject()),
                        body.substitute(),
                        body.from(),
                        body.until(),
                        body.reason());
        return posts.once(
                caller,
                key,
                "POST /cases/substitutions",
                body,
                () ->
                        switch (substitute.substitute(
                                wanted, by, () -> ids.next(by.region()), now)) {
                            case Substitute.Answer.Made(var made) ->
                                    ResponseEntity.status(HttpStatus.CREATED).body(made);
                            case Substitute.Answer.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    @GetMapping("/substitutions")
    @Operation(summary = "Substitutions of one's department that are not over")
    List<Substitution> substitutions(@Parameter(hidden = true) Caller caller) {
        Officer asking = officer(caller);
        return substitutions.within(asking.region(), asking.department(), time.instant());
    }

    @PostMapping("/substitutions/{id}/end")
    @Operation(summary = "End a substitution before its time")
    ResponseEntity<?> end(
            @Parameter(hidden = true) Caller caller, IdempotencyKey key, @PathVariable String id) {
        Officer by = officer(caller);
        Instant now = time.instant();
        return posts.once(
                caller,
                key,
                "POST /cases/substitutions/" + id + "/end",
                Map.of(),
                () -> end(id, by, now));
    }

    private ResponseEntity<?> end(String id, Officer by, Instant now) {
        Substitution found =
                substitutions
                        .find(id)
                        .filter(s -> s.department().equals(by.department()))
                        .filter(s -> s.region().equals(by.region()))
                        .orElseThrow(() -> new NotFound("substitution", id));
        if (found.endedAt() != null || !found.until().isAfter(now)) {
            return problems.conflict(
                    List.of(Objection.of("substitution-over", found.until().toString())));
        }
        if (!found.absent().equals(by.subject()) && !by.roles().contains("chief-approver")) {
            return problems.unprocessable(List.of(Objection.of("head-only", "chief-approver")));
        }
        substitutions.end(id, by.subject(), now);
        return ResponseEntity.ok(Map.of("id", id));
    }

    /** The caller as an officer: somebody who handles cases in a department of a region. */
    private static Officer officer(Caller caller) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        RegionCode region = caller.region();
        String department = caller.department();
        if (region == null || department == null) throw new Forbidden("no officer's account");
        return new Officer(
                caller.subject(),
                Objects.requireNonNullElse(caller.username(), caller.subject()),
                region,
                department,
                Acts.HANDLERS.stream()
                        .filter(caller::has)
                        .map(Role::realmName)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
