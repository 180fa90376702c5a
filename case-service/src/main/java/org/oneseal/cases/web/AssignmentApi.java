package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import org.oneseal.cases.assignment.Claim;
import org.oneseal.cases.assignment.PassOn;
import org.oneseal.cases.assignment.Release;
import org.oneseal.cases.assignment.Roster;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact.AssignmentKind;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.HandlingBodies.AssignmentRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose desk a case lies on (签收、分派、转办). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "handling")
class AssignmentApi {

    private final Acts acts;
    private final Roster roster;

    AssignmentApi(Acts acts, Roster roster) {
        this.acts = acts;
        this.roster = roster;
    }

    @PostMapping("/{id}/assignment")
    @Operation(summary = "Claim, assign, transfer or release a case")
    ResponseEntity<?> assign(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid AssignmentRequest body) {
        var act = new Act(caller, key, version, id, "assignment", body);
        return acts.staff(act, command(body), Acts.HANDLERS);
    }

    CaseCommand command(AssignmentRequest body) {
        return switch (body.action()) {
            case CLAIM -> new Claim();
            case ASSIGN -> passOn(AssignmentKind.ASSIGNED, body);
            case TRANSFER -> passOn(AssignmentKind.TRANSFERRED, body);
            case RELEASE -> new Release(body.reason());
        };
    }

    private PassOn passOn(AssignmentKind kind, AssignmentRequest body) {
        String officer = Objects.requireNonNullElse(body.officer(), "");
        return new PassOn(kind, officer, roster.find(officer), body.reason());
    }
}
