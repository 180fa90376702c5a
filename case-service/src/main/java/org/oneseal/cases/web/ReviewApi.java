package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.oneseal.cases.assignment.ByHolder;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.review.CompleteStep;
import org.oneseal.cases.review.GiveOpinion;
import org.oneseal.cases.review.ReturnToStep;
import org.oneseal.cases.review.StartStep;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.StepAction;
import org.oneseal.cases.web.CaseBodies.StepRequest;
import org.oneseal.cases.web.HandlingBodies.OpinionRequest;
import org.oneseal.cases.web.HandlingBodies.OpinionView;
import org.oneseal.cases.web.HandlingBodies.StepReturnRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps between acceptance and decision (审查). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class ReviewApi {

    private final Acts acts;
    private final Reaches reaches;
    private final Attachments attachments;

    ReviewApi(Acts acts, Reaches reaches, Attachments attachments) {
        this.acts = acts;
        this.reaches = reaches;
        this.attachments = attachments;
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "Start or complete a step")
    ResponseEntity<?> step(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid StepRequest body) {
        CaseCommand command =
                body.action() == StepAction.START
                        ? new StartStep(body.step())
                        : new CompleteStep(body.step(), body.opinion());
        var act = new Act(caller, key, version, id, "steps", body);
        return acts.staff(act, new ByHolder(command), Acts.HANDLERS);
    }

    @PostMapping("/{id}/step-return")
    @Operation(summary = "Back to an earlier step; the clock runs on")
    ResponseEntity<?> sendBack(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid StepReturnRequest body) {
        var command = new ByHolder(new ReturnToStep(body.step(), body.reason()));
        var act = new Act(caller, key, version, id, "step-return", body);
        return acts.staff(act, command, Acts.OFFICERS);
    }

    @PostMapping("/{id}/opinions")
    @Operation(summary = "Give an opinion, with documents of the case")
    ResponseEntity<?> opinion(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid OpinionRequest body) {
        var command = new GiveOpinion(body.text(), body.attached(), attachments.of(id));
        var act = new Act(caller, key, version, id, "opinions", body);
        return acts.staff(act, command, Acts.HANDLERS);
    }

    @GetMapping("/{id}/opinions")
    @Operation(summary = "What officers said of a case, for officers")
    List<OpinionView> opinions(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        return acts.file(reaches.of(caller, null), id)
                .value()
                .facts(HandlingFact.OpinionGiven.class)
                .map(OpinionView::of)
                .toList();
    }
}
