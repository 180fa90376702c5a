package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.intake.RefuseAcceptance;
import org.oneseal.cases.intake.SendBack;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.RefusalRequest;
import org.oneseal.cases.web.CaseBodies.ReturnRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The department answers an application (受理). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class AcceptanceApi {

    private final Acts acts;

    AcceptanceApi(Acts acts) {
        this.acts = acts;
    }

    @PostMapping("/{id}/acceptance")
    @Operation(summary = "Accept: both clocks start")
    ResponseEntity<?> accept(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id) {
        var act = new Act(caller, key, version, id, "acceptance", null);
        return acts.staff(act, new Accept(), Acts.INTAKE);
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Refuse to accept, with the ground")
    ResponseEntity<?> refuse(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid RefusalRequest body) {
        var command =
                new RefuseAcceptance(body.ground(), body.reason(), body.rightBody(), body.cause());
        var act = new Act(caller, key, version, id, "refusal", body);
        return acts.staff(act, command, Acts.INTAKE);
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Send back before acceptance")
    ResponseEntity<?> sendBack(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ReturnRequest body) {
        var command = new SendBack(body.reason());
        var act = new Act(caller, key, version, id, "return", body);
        return acts.staff(act, command, Acts.INTAKE);
    }
}
