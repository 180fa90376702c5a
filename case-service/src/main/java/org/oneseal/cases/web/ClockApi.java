package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import org.oneseal.cases.assignment.ByHolder;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.limits.Extend;
import org.oneseal.cases.limits.RefuseExtension;
import org.oneseal.cases.limits.RequestExtension;
import org.oneseal.cases.suspension.Resume;
import org.oneseal.cases.suspension.SuspendCase;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.ExtensionRequest;
import org.oneseal.cases.web.CaseBodies.SpecialProcedureRequest;
import org.oneseal.cases.web.HandlingBodies.ExtensionApprovalRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stops the clock and what moves the limit (特别程序、延期). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class ClockApi {

    private final Acts acts;
    private final SuspendCase suspendCase;
    private final InstantSource time;

    ClockApi(Acts acts, SuspendCase suspendCase, InstantSource time) {
        this.acts = acts;
        this.suspendCase = suspendCase;
        this.time = time;
    }

    @PostMapping("/{id}/special-procedures")
    @Operation(summary = "Begin a special procedure: the clock stops")
    ResponseEntity<?> suspend(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid SpecialProcedureRequest body) {
        var wanted =
                new SuspendCase.Suspension(
                        body.kind(),
                        body.reason(),
                        body.announcedDays(),
                        body.commissionedBy(),
                        body.project());
        var act = new Act(caller, key, version, id, "special-procedures", body);
        return acts.staff(
                act,
                Acts.OFFICERS,
                r -> suspendCase.suspend(r, wanted, ByHolder::new, time.instant()));
    }

    @PostMapping("/{id}/special-procedures/{procedure}/resumption")
    @Operation(summary = "End a special procedure: the clock runs again")
    ResponseEntity<?> resume(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String procedure) {
        String name = "special-procedures/" + procedure + "/resumption";
        var act = new Act(caller, key, version, id, name, null);
        return acts.staff(act, new ByHolder(new Resume(procedure)), Acts.OFFICERS);
    }

    @PostMapping("/{id}/extension")
    @Operation(summary = "Ask for more time; nothing moves before it is approved")
    ResponseEntity<?> requestExtension(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ExtensionRequest body) {
        var command = new ByHolder(new RequestExtension(body.by().limit(), body.reason()));
        var act = new Act(caller, key, version, id, "extension", body);
        return acts.staff(act, command, Acts.OFFICERS);
    }

    @PostMapping("/{id}/extension/approval")
    @Operation(summary = "Approve or refuse the extension asked for, by another person")
    ResponseEntity<?> judgeExtension(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ExtensionApprovalRequest body) {
        CaseCommand command =
                body.approved()
                        ? new Extend(body.approvalNumber())
                        : new RefuseExtension(body.reason());
        var act = new Act(caller, key, version, id, "extension/approval", body);
        return acts.staff(act, command, List.of(Role.CHIEF_APPROVER));
    }
}
