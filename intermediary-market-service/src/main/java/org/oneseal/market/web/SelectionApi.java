package org.oneseal.market.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.oneseal.market.projects.CommissionInstitution;
import org.oneseal.market.projects.ProjectOutcome;
import org.oneseal.market.projects.ProjectState;
import org.oneseal.market.projects.TakePart;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From signing up to the result: institutions take part, the buyer commissions. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class SelectionApi {

    private final TakePart takePart;
    private final CommissionInstitution commissionInstitution;
    private final ProjectAnswers answers;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    SelectionApi(
            TakePart takePart,
            CommissionInstitution commissionInstitution,
            ProjectAnswers answers,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.takePart = takePart;
        this.commissionInstitution = commissionInstitution;
        this.answers = answers;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Signs the caller's institution up; needs no version, since many do so at once. */
    @PostMapping("/sign-ups")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    ResponseEntity<?> signUp(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid ProjectActs.SignUpRequest request) {
        caller.require(Role.INSTITUTION);
        String party = caller.party();
        if (party == null) return partyMissing();
        return once(
                caller,
                key,
                "POST /projects/" + id + "/sign-ups",
                request,
                HttpStatus.CREATED,
                () ->
                        takePart.signUp(
                                id,
                                party,
                                request.noTie(),
                                Actor.of(caller, Role.INSTITUTION),
                                time.instant()));
    }

    @PostMapping("/confirmation")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    ResponseEntity<?> confirm(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ProjectActs.ConfirmationRequest request) {
        caller.require(Role.INSTITUTION);
        String party = caller.party();
        if (party == null) return partyMissing();
        return once(
                caller,
                key,
                "POST /projects/" + id + "/confirmation",
                List.of(version, request),
                HttpStatus.OK,
                () ->
                        takePart.confirm(
                                id,
                                version.value(),
                                party,
                                request.takes(),
                                Actor.of(caller, Role.INSTITUTION),
                                time.instant()));
    }

    @PostMapping("/commission")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    ResponseEntity<?> commission(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ProjectActs.ContractRequest request) {
        caller.require(Role.CASE_OFFICER, Role.CHIEF_APPROVER, Role.BUYER, Role.APPLICANT);
        ProjectState.Contract contract =
                new ProjectState.Contract(
                        request.number().strip(),
                        request.amountFen(),
                        request.signedOn(),
                        request.dueOn());
        return once(
                caller,
                key,
                "POST /projects/" + id + "/commission",
                List.of(version, request),
                HttpStatus.OK,
                () ->
                        commissionInstitution.commission(
                                id,
                                version.value(),
                                contract,
                                Scope.of(caller),
                                Actor.of(caller, null),
                                time.instant()));
    }

    @PostMapping("/result")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    ResponseEntity<?> deliver(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ProjectActs.ResultRequest request) {
        caller.require(Role.INSTITUTION);
        String party = caller.party();
        if (party == null) return partyMissing();
        Digest digest;
        try {
            digest = Digest.parse(request.digest());
        } catch (IllegalArgumentException _) {
            return problems.unprocessable(
                    List.of(Objection.of("digest-invalid", request.digest()).at("/digest")));
        }
        return once(
                caller,
                key,
                "POST /projects/" + id + "/result",
                List.of(version, request),
                HttpStatus.OK,
                () ->
                        takePart.deliver(
                                id,
                                version.value(),
                                party,
                                request.title().strip(),
                                digest,
                                Actor.of(caller, Role.INSTITUTION),
                                time.instant()));
    }

    private ResponseEntity<?> once(
            Caller caller,
            IdempotencyKey key,
            String operation,
            Object body,
            HttpStatus success,
            Supplier<ProjectOutcome> act) {
        return posts.once(
                caller, key, operation, body, () -> answers.answer(success, act.get(), caller));
    }

    private ResponseEntity<?> partyMissing() {
        return problems.unprocessable(List.of(Objection.of("party-missing")));
    }
}
