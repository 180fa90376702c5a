package org.oneseal.market.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Buyer;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.ProjectOutcome;
import org.oneseal.market.projects.Projects;
import org.oneseal.market.projects.PublishProject;
import org.oneseal.market.projects.SubmitProject;
import org.oneseal.market.projects.Terms;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.protection.Masks;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Projects: submitted by buyers, announced or returned by operators, looked at by those concerned.
 */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectsApi {

    /** Where a project may stand. */
    enum State {
        SUBMITTED,
        RETURNED,
        OPEN,
        SEALED,
        DRAWN,
        CONFIRMED,
        COMMISSIONED,
        DELIVERED,
        UNSUCCESSFUL
    }

    private final SubmitProject submitProject;
    private final PublishProject publishProject;
    private final Projects projects;
    private final ProjectViews views;
    private final ProjectAnswers answers;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    ProjectsApi(
            SubmitProject submitProject,
            PublishProject publishProject,
            Projects projects,
            ProjectViews views,
            ProjectAnswers answers,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.submitProject = submitProject;
        this.publishProject = publishProject;
        this.projects = projects;
        this.views = views;
        this.answers = answers;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Projects of the caller's scope; what is announced stands in the public list of draws. */
    @GetMapping
    Page<ProjectView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable State state,
            PageRequest page) {
        return projects.inScope(Scope.of(caller), state == null ? null : state.name(), page)
                .map(project -> answers.view(project, caller));
    }

    /** An institution sees every announced project, everybody else those of the scope. */
    @GetMapping("/{id}")
    ResponseEntity<ProjectView> one(Caller caller, @PathVariable String id) {
        Optional<Project> project = projects.byId(id, Scope.of(caller));
        if (project.isEmpty() && caller.has(Role.INSTITUTION)) project = projects.announced(id);
        return answers.shown(
                HttpStatus.OK, project.orElseThrow(() -> new NotFound("project", id)), caller);
    }

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    ResponseEntity<?> submit(
            Caller caller, IdempotencyKey key, @RequestBody @Valid ProjectRequest request) {
        boolean commissioned = request.role() == Terms.Role.AUTHORITY_COMMISSIONED;
        if (commissioned) caller.require(Role.CASE_OFFICER, Role.CHIEF_APPROVER);
        else caller.require(Role.BUYER, Role.APPLICANT);
        Optional<Objection> objection = placeless(caller, request, commissioned);
        if (objection.isPresent()) return problems.unprocessable(List.of(objection.get()));
        RegionCode region = new RegionCode(request.region());
        Buyer buyer = commissioned ? department(caller, request) : applicant(caller, request);
        Actor actor =
                Actor.of(
                        caller,
                        commissioned
                                ? caller.has(Role.CASE_OFFICER)
                                        ? Role.CASE_OFFICER
                                        : Role.CHIEF_APPROVER
                                : caller.has(Role.BUYER) ? Role.BUYER : Role.APPLICANT);
        Supplier<ProjectOutcome> act =
                () ->
                        submitProject.submit(
                                region, views.terms(request), buyer, actor, time.instant());
        return posts.once(
                caller,
                key,
                "POST /projects",
                request,
                () -> answers.answer(HttpStatus.CREATED, act.get(), caller));
    }

    @PostMapping("/{id}/publication")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ProjectActs.PublicationRequest request) {
        caller.require(Role.MARKET_OPERATOR);
        Instant closesAt = request.closesAt();
        boolean published = request.result() == ProjectActs.PublicationRequest.Result.PUBLISHED;
        if (published && closesAt == null) {
            return problems.unprocessable(List.of(Objection.of("close-missing").at("/closesAt")));
        }
        if (published && !request.reasons().isEmpty()) {
            return problems.unprocessable(
                    List.of(Objection.of("publication-with-reasons").at("/reasons")));
        }
        Actor actor = Actor.of(caller, Role.MARKET_OPERATOR);
        Scope scope = Scope.of(caller);
        return posts.once(
                caller,
                key,
                "POST /projects/" + id + "/publication",
                List.of(version, request),
                () ->
                        answers.answer(
                                HttpStatus.OK,
                                closesAt != null && published
                                        ? publishProject.publish(
                                                id,
                                                version.value(),
                                                closesAt,
                                                scope,
                                                actor,
                                                time.instant())
                                        : publishProject.returnWith(
                                                id,
                                                version.value(),
                                                views.reasons(request.reasons()),
                                                scope,
                                                actor,
                                                time.instant()),
                                caller));
    }

    /** Why nobody can say where the project belongs. */
    private static Optional<Objection> placeless(
            Caller caller, ProjectRequest request, boolean commissioned) {
        if (!RegionCode.isValid(request.region())) {
            return Optional.of(Objection.of("region-invalid", request.region()).at("/region"));
        }
        if (!commissioned) {
            return caller.party() == null
                    ? Optional.of(Objection.of("party-missing"))
                    : Optional.empty();
        }
        RegionCode own = caller.region();
        if (own == null || caller.department() == null) {
            return Optional.of(Objection.of("department-missing"));
        }
        return own.contains(new RegionCode(request.region()))
                ? Optional.empty()
                : Optional.of(Objection.of("region-not-yours", request.region()).at("/region"));
    }

    private static Buyer department(Caller caller, ProjectRequest request) {
        return new Buyer(null, caller.department(), request.buyer().strip(), request.buyerUscc());
    }

    /** A natural person's name is shown to nobody. */
    private static Buyer applicant(Caller caller, ProjectRequest request) {
        String name = request.buyer().strip();
        return new Buyer(
                caller.party(),
                null,
                request.buyerUscc() == null && !name.isEmpty() ? Masks.name(name) : name,
                request.buyerUscc());
    }
}
