package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.review.CompleteStep;
import org.oneseal.cases.review.StartStep;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.StepAction;
import org.oneseal.cases.web.CaseBodies.StepRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
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

    ReviewApi(Acts acts) {
        this.acts = acts;
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
        return acts.staff(act, command, Acts.HANDLERS);
    }
}
