package org.oneseal.market.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.ApplyForAdmission;
import org.oneseal.market.admission.CheckFormally;
import org.oneseal.market.admission.Directory;
import org.oneseal.market.admission.Institution;
import org.oneseal.market.admission.Institutions;
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
import org.oneseal.platform.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Institutions: apply, be checked, be found. */
@RestController
@RequestMapping("/api/v1/institutions")
class InstitutionsApi {

    /** Where an application may stand. */
    enum State {
        APPLIED,
        ADMITTED,
        REFUSED
    }

    private final ApplyForAdmission applyForAdmission;
    private final CheckFormally checkFormally;
    private final Institutions institutions;
    private final Directory directory;
    private final InstitutionViews views;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    InstitutionsApi(
            ApplyForAdmission applyForAdmission,
            CheckFormally checkFormally,
            Institutions institutions,
            Directory directory,
            InstitutionViews views,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.applyForAdmission = applyForAdmission;
        this.checkFormally = checkFormally;
        this.institutions = institutions;
        this.directory = directory;
        this.views = views;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** The directory; needs no token. */
    @GetMapping
    Page<ListedInstitutionView> list(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable RegionCode region,
            PageRequest page) {
        LocalDate today = Institution.dayOf(time.instant());
        return directory
                .listed(service, region, today, page)
                .map(institution -> views.listed(institution, today));
    }

    /** Applications and institutions of the caller's scope, with their papers. */
    @GetMapping("/applications")
    Page<InstitutionView> applications(
            Caller caller,
            @RequestParam(required = false) @Nullable State state,
            PageRequest page) {
        return directory
                .inScope(scope(caller), state == null ? null : state.name(), page)
                .map(views::institution);
    }

    @GetMapping("/{id}")
    ResponseEntity<InstitutionView> one(Caller caller, @PathVariable String id) {
        return institutions
                .byId(id, scope(caller))
                .map(institution -> shown(HttpStatus.OK, institution))
                .orElseThrow(() -> new NotFound("institution", id));
    }

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = InstitutionView.class)))
    ResponseEntity<?> apply(
            Caller caller, IdempotencyKey key, @RequestBody @Valid InstitutionRequest request) {
        caller.require(Role.INSTITUTION);
        String party = caller.party();
        if (party == null) return problems.unprocessable(List.of(Objection.of("party-missing")));
        if (!RegionCode.isValid(request.region())) {
            return problems.unprocessable(
                    List.of(Objection.of("region-invalid", request.region()).at("/region")));
        }
        RegionCode region = new RegionCode(request.region());
        return posts.once(
                caller,
                key,
                "POST /institutions",
                request,
                () ->
                        answer(
                                HttpStatus.CREATED,
                                applyForAdmission.apply(
                                        region,
                                        party,
                                        views.application(request),
                                        actor(caller, Role.INSTITUTION),
                                        time.instant())));
    }

    @PostMapping("/{id}/formal-check")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstitutionView.class)))
    ResponseEntity<?> check(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid FormalCheckRequest request) {
        caller.require(Role.MARKET_OPERATOR);
        if (request.result() == FormalCheckRequest.Result.ADMITTED
                && !request.reasons().isEmpty()) {
            return problems.unprocessable(
                    List.of(Objection.of("admission-with-reasons").at("/reasons")));
        }
        return posts.once(
                caller,
                key,
                "POST /institutions/" + id + "/formal-check",
                List.of(version, request),
                () -> answer(HttpStatus.OK, checked(caller, id, version, request)));
    }

    private Institution.Outcome checked(
            Caller caller, String id, ExpectedVersion version, FormalCheckRequest request) {
        Actor actor = actor(caller, Role.MARKET_OPERATOR);
        Scope scope = scope(caller);
        return switch (request.result()) {
            case ADMITTED -> checkFormally.admit(id, version.value(), scope, actor, time.instant());
            case REFUSED ->
                    checkFormally.refuse(
                            id,
                            version.value(),
                            views.reasons(request.reasons()),
                            scope,
                            actor,
                            time.instant());
        };
    }

    /** Papers are for operators of the region and for the institution itself. */
    private static Scope scope(Caller caller) {
        if (caller.has(Role.MARKET_OPERATOR)
                || caller.has(Role.AUDITOR)
                || caller.has(Role.PLATFORM_OPERATOR)) {
            return Scope.of(caller);
        }
        String party = caller.party();
        return party == null ? new Scope.Nothing() : new Scope.OfParty(party);
    }

    private ResponseEntity<?> answer(HttpStatus success, Institution.Outcome outcome) {
        return switch (outcome) {
            case Institution.Outcome.Changed changed -> shown(success, changed.institution());
            case Institution.Outcome.Objected(var objections, var conflict) ->
                    conflict ? problems.conflict(objections) : problems.unprocessable(objections);
        };
    }

    private ResponseEntity<InstitutionView> shown(HttpStatus status, Institution institution) {
        return ResponseEntity.status(status)
                .eTag(Versions.etag(institution.chain().sequence()))
                .location(URI.create("/api/v1/institutions/" + institution.id()))
                .body(views.institution(institution));
    }

    private static Actor actor(Caller caller, Role role) {
        return Actor.person(
                caller.subject(),
                role.realmName(),
                caller.department(),
                caller.party(),
                caller.client());
    }
}
