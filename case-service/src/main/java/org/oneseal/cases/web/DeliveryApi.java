package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.closing.Acknowledgements;
import org.oneseal.cases.closing.Acknowledgements.Acknowledgement;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.events.ResultAcknowledged;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the result reached the applicant, and their word that it did (送达、签收). */
@RestController
@RequestMapping("/api/v1/cases/{id}/delivery")
@Tag(name = "cases")
class DeliveryApi {

    private final Acts acts;
    private final Reaches reaches;
    private final Acknowledgements acknowledgements;
    private final Dossier dossier;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    DeliveryApi(
            Acts acts,
            Reaches reaches,
            Acknowledgements acknowledgements,
            Dossier dossier,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.acts = acts;
        this.reaches = reaches;
        this.acknowledgements = acknowledgements;
        this.dossier = dossier;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    record DeliveryView(
            CaseFact.DeliveryMethod method,
            @Nullable String courierNumber,
            Instant deliveredAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedByRole) {}

    @GetMapping
    @Operation(summary = "How the result was delivered")
    DeliveryView delivery(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Case it = acts.file(reaches.of(caller, onBehalfOf), id).value();
        return view(it).orElseThrow(() -> new NotFound("delivery", id));
    }

    @PostMapping("/acknowledgement")
    @Operation(summary = "Acknowledge that the result has arrived")
    ResponseEntity<?> acknowledge(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        Case it = acts.file(reach, id).value();
        String role = (reach.staff() ? Role.WINDOW_CLERK : Role.APPLICANT).realmName();
        return posts.once(
                caller,
                key,
                "POST /cases/" + id + "/delivery/acknowledgement",
                id,
                () -> acknowledge(reach, it, role));
    }

    private ResponseEntity<?> acknowledge(Reach reach, Case it, String role) {
        Optional<CaseFact.Delivered> delivered = it.last(CaseFact.Delivered.class);
        if (delivered.isEmpty()) {
            return conflict(Objection.of("result-not-delivered", it.header().caseNumber()));
        }
        Instant now = time.instant();
        String id = it.header().id();
        if (!acknowledgements.add(new Acknowledgement(id, reach.caller().subject(), role, now))) {
            return conflict(Objection.of("result-acknowledged-already"));
        }
        var d = delivered.get();
        dossier.record(
                it,
                new Dossier.Piece(Dossier.Kind.DELIVERY, id + "/delivery"),
                new ResultAcknowledged(
                        it.reference(),
                        d.method().name(),
                        d.courierNumber(),
                        reach.caller().subject(),
                        role,
                        now),
                now,
                reach.actor(role));
        return ResponseEntity.ok(view(it).orElseThrow());
    }

    private Optional<DeliveryView> view(Case it) {
        var acknowledged = acknowledgements.of(it.header().id());
        return it.last(CaseFact.Delivered.class)
                .map(
                        d ->
                                new DeliveryView(
                                        d.method(),
                                        d.courierNumber(),
                                        d.stamp().occurredAt(),
                                        acknowledged.map(Acknowledgement::at).orElse(null),
                                        acknowledged.map(Acknowledgement::byRole).orElse(null)));
    }

    private ResponseEntity<?> conflict(Objection objection) {
        return problems.conflict(List.of(objection));
    }
}
