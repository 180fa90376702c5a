package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.cases.parties.RegisterParty;
import org.oneseal.cases.web.CaseBodies.DisclosureRequest;
import org.oneseal.cases.web.CaseBodies.PartyRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parties (申请人). */
@RestController
@RequestMapping("/api/v1/parties")
@Tag(name = "parties")
class PartiesApi {

    private final IdempotentPosts posts;
    private final Problems problems;
    private final RegisterParty registerParty;
    private final Parties parties;
    private final Cases cases;
    private final Reaches reaches;
    private final DisclosedViews views;
    private final Ids ids;
    private final InstantSource time;

    PartiesApi(
            IdempotentPosts posts,
            Problems problems,
            RegisterParty registerParty,
            Parties parties,
            Cases cases,
            Reaches reaches,
            DisclosedViews views,
            Ids ids,
            InstantSource time) {
        this.posts = posts;
        this.problems = problems;
        this.registerParty = registerParty;
        this.parties = parties;
        this.cases = cases;
        this.reaches = reaches;
        this.views = views;
        this.ids = ids;
        this.time = time;
    }

    /** A party as everybody sees it. */
    record PartyView(
            String id, String kind, String region, String name, String number, String phone) {

        static PartyView of(Party party) {
            return switch (party) {
                case Party.NaturalPerson p ->
                        new PartyView(
                                p.id(),
                                "NATURAL",
                                p.region().value(),
                                p.mask(),
                                p.numberMask(),
                                p.phoneMask());
                case Party.LegalPerson p ->
                        new PartyView(
                                p.id(),
                                "LEGAL",
                                p.region().value(),
                                p.name(),
                                p.uscc(),
                                p.phoneMask());
            };
        }
    }

    /** A party in the clear, for one purpose. */
    record DisclosedView(
            String id,
            String name,
            @Nullable String citizenNumber,
            @Nullable String uscc,
            @Nullable String phone) {}

    /** What is disclosed is shown as it is kept. */
    @Mapper(
            componentModel = ComponentModel.SPRING,
            implementationName = "<CLASS_NAME>ByMapStruct",
            unmappedTargetPolicy = ReportingPolicy.ERROR)
    interface DisclosedViews {

        DisclosedView disclosed(Party.Disclosed clear);
    }

    /**
     * Registers oneself or, at the counter, an applicant; who is registered already is found. The
     * token's party becomes the id.
     */
    @PostMapping
    @Operation(summary = "Register a party, or find the one that is registered")
    ResponseEntity<?> register(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid PartyRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        boolean clerk = caller.has(Role.WINDOW_CLERK);
        if (!clerk && caller.party() == null) caller.require(Role.WINDOW_CLERK);
        if (!RegionCode.isValid(body.region())) {
            return problems.unprocessable(
                    List.of(Objection.of("region-not-served", body.region()).at("/region")));
        }
        var registration =
                new Party.Registration(
                        clerk ? null : caller.party(),
                        new RegionCode(body.region()),
                        body.name(),
                        body.citizenNumber(),
                        body.uscc(),
                        body.phone());
        return posts.once(
                caller,
                key,
                "POST /parties",
                body,
                () ->
                        switch (registerParty.register(registration, time.instant())) {
                            case RegisterParty.Outcome.Registered(var party) ->
                                    ResponseEntity.created(
                                                    URI.create("/api/v1/parties/" + party.id()))
                                            .body(PartyView.of(party));
                            case RegisterParty.Outcome.Found(var party) ->
                                    ResponseEntity.status(HttpStatus.OK).body(PartyView.of(party));
                            case RegisterParty.Outcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** One's own; a clerk sees the mask of whoever stands at the counter. */
    @GetMapping("/{id}")
    @Operation(summary = "Read a party, masked")
    PartyView read(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        boolean counter = caller.has(Role.WINDOW_CLERK) || caller.has(Role.CASE_OFFICER);
        if (!counter && !id.equals(reach.party())) throw new NotFound("party", id);
        return PartyView.of(parties.find(id).orElseThrow(() -> new NotFound("party", id)));
    }

    /** Only those who handle a case of the party, for a stated purpose; every reading is noted. */
    @PostMapping("/{id}/disclosure")
    @Operation(summary = "Read a party unmasked, for a purpose that is kept")
    ResponseEntity<?> disclose(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestBody @Valid DisclosureRequest body) {
        caller.require(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER);
        Reach reach = reaches.of(caller, null);
        boolean handled =
                cases.find(body.caseId(), reach.scope())
                        .filter(file -> id.equals(file.value().header().party()))
                        .isPresent();
        if (!handled) throw new NotFound("case of party", id);
        parties.noteDisclosure(
                new Parties.Disclosure(
                        ids.next(),
                        id,
                        body.caseId(),
                        body.purpose(),
                        caller.subject(),
                        caller.client(),
                        caller.department(),
                        time.instant()));
        Party.Disclosed clear = parties.disclose(id).orElseThrow(() -> new NotFound("party", id));
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(views.disclosed(clear));
    }
}
