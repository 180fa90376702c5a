package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.closing.Deliver;
import org.oneseal.cases.closing.Withdraw;
import org.oneseal.cases.decision.DecideCase;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.DecisionRequest;
import org.oneseal.cases.web.CaseBodies.DeliveryRequest;
import org.oneseal.cases.web.CaseBodies.WithdrawalRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision, its delivery, and the withdrawal before it (决定、送达、撤回). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class DecisionApi {

    private final Acts acts;
    private final DecideCase decideCase;
    private final InstantSource time;

    DecisionApi(Acts acts, DecideCase decideCase, InstantSource time) {
        this.acts = acts;
        this.decideCase = decideCase;
        this.time = time;
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Grant or refuse; what is granted gets its certificate")
    ResponseEntity<?> decide(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid DecisionRequest body) {
        var decision =
                new DecideCase.Decision(
                        body.granted(),
                        body.ground(),
                        body.reason(),
                        body.result(),
                        body.validFrom());
        var act = new Act(caller, key, version, id, "decision", body);
        return acts.staff(act, Acts.HANDLERS, r -> decideCase.decide(r, decision, time.instant()));
    }

    @PostMapping("/{id}/delivery")
    @Operation(summary = "Hand the result over")
    ResponseEntity<?> deliver(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid DeliveryRequest body) {
        var command = new Deliver(body.method(), body.courierNumber());
        var act = new Act(caller, key, version, id, "delivery", body);
        return acts.staff(act, command, Acts.INTAKE);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraw before the decision")
    ResponseEntity<?> withdraw(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid WithdrawalRequest body) {
        var act = new Act(caller, key, version, id, "withdrawal", body);
        return acts.applicant(act, onBehalfOf, new Withdraw(body.reason()));
    }
}
