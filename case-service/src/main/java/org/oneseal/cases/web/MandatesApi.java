package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.parties.Mandate;
import org.oneseal.cases.parties.Mandates;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.cases.web.CaseBodies.MandateRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mandates (委托): who may act for whom. */
@RestController
@RequestMapping("/api/v1/mandates")
@Tag(name = "mandates")
class MandatesApi {

    private final IdempotentPosts posts;
    private final Problems problems;
    private final Mandates mandates;
    private final Parties parties;
    private final Ids ids;
    private final InstantSource time;

    MandatesApi(
            IdempotentPosts posts,
            Problems problems,
            Mandates mandates,
            Parties parties,
            Ids ids,
            InstantSource time) {
        this.posts = posts;
        this.problems = problems;
        this.mandates = mandates;
        this.parties = parties;
        this.ids = ids;
        this.time = time;
    }

    /** Only the principal gives a mandate, or a clerk before whom it is given. */
    @PostMapping
    @Operation(summary = "Let another party act for one's own")
    ResponseEntity<?> grant(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid MandateRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        boolean clerk = caller.has(Role.WINDOW_CLERK);
        if (!clerk && !body.principal().equals(caller.party())) {
            throw new NotFound("party", body.principal());
        }
        return posts.once(caller, key, "POST /mandates", body, () -> grant(caller, body));
    }

    private ResponseEntity<?> grant(Caller caller, MandateRequest body) {
        List<Objection> objections = new ArrayList<>();
        Party principal = parties.find(body.principal()).orElse(null);
        if (principal == null) objections.add(Objection.of("party-unknown").at("/principal"));
        if (parties.find(body.agent()).isEmpty()) {
            objections.add(Objection.of("party-unknown").at("/agent"));
        }
        if (body.agent().equals(body.principal())) {
            objections.add(Objection.of("mandate-to-oneself").at("/agent"));
        }
        if (body.validTo() != null && body.validTo().isBefore(body.validFrom())) {
            objections.add(Objection.of("ends-before-it-begins").at("/validTo"));
        }
        if (!objections.isEmpty() || principal == null) return problems.unprocessable(objections);
        var mandate =
                new Mandate(
                        ids.next(principal.region()),
                        body.principal(),
                        body.agent(),
                        Objects.requireNonNullElse(body.items(), List.of()),
                        body.validFrom(),
                        body.validTo(),
                        false);
        mandates.add(mandate, caller.subject(), time.instant());
        return ResponseEntity.created(URI.create("/api/v1/mandates/" + mandate.id())).body(mandate);
    }

    @GetMapping
    @Operation(summary = "Mandates given and received")
    List<Mandate> mine(@Parameter(hidden = true) Caller caller) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND);
        String party = caller.party();
        return party == null ? List.of() : mandates.of(party);
    }

    @PostMapping("/{id}/revocation")
    @Operation(summary = "End a mandate at once")
    ResponseEntity<?> revoke(
            @Parameter(hidden = true) Caller caller, IdempotencyKey key, @PathVariable String id) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND);
        if (mandates.find(id).filter(m -> involves(m, caller.party())).isEmpty()) {
            throw new NotFound("mandate", id);
        }
        return posts.once(
                caller,
                key,
                "POST /mandates/" + id + "/revocation",
                id,
                () ->
                        mandates.revoke(id, caller.subject(), time.instant())
                                ? ResponseEntity.ok(mandates.find(id).orElseThrow())
                                : problems.conflict(
                                        List.of(Objection.of("mandate-revoked-already"))));
    }

    private static boolean involves(Mandate mandate, @Nullable String party) {
        return mandate.principal().equals(party) || mandate.agent().equals(party);
    }
}
