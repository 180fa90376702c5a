package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.ByHolder;
import org.oneseal.cases.correction.Correct;
import org.oneseal.cases.correction.CorrectOnTheSpot;
import org.oneseal.cases.correction.GiveSupplement;
import org.oneseal.cases.correction.RequestCorrection;
import org.oneseal.cases.correction.RequestSupplement;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CaseBodies.CorrectionNoticeRequest;
import org.oneseal.cases.web.CaseBodies.CorrectionsRequest;
import org.oneseal.cases.web.CaseBodies.MaterialBody;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.worktime.TimeLimit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is missing is asked for once, and handed in (补正). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class CorrectionApi {

    private final Acts acts;
    private final TimeRules timeRules;
    private final InstantSource time;

    CorrectionApi(Acts acts, TimeRules timeRules, InstantSource time) {
        this.acts = acts;
        this.timeRules = timeRules;
        this.time = time;
    }

    @PostMapping("/{id}/correction-notice")
    @Operation(summary = "Tell everything that is missing, once")
    ResponseEntity<?> requestCorrection(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid CorrectionNoticeRequest body) {
        var command =
                new RequestCorrection(
                        body.missing().stream()
                                .map(m -> new CaseFact.Missing(m.code(), m.code(), m.reason()))
                                .toList(),
                        answerWithin(caller, body.answerWithinDays()));
        var act = new Act(caller, key, version, id, "correction-notice", body);
        return acts.staff(act, command, Acts.INTAKE);
    }

    @PostMapping("/{id}/corrections")
    @Operation(summary = "Hand in the corrections")
    ResponseEntity<?> correct(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid CorrectionsRequest body) {
        var act = new Act(caller, key, version, id, "corrections", body);
        return acts.applicant(act, onBehalfOf, new Correct(MaterialBody.all(body.materials())));
    }

    @PostMapping("/{id}/spot-corrections")
    @Operation(summary = "Put right on the spot what can be; no notice is used up, no clock moves")
    ResponseEntity<?> correctOnTheSpot(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid CorrectionsRequest body) {
        var act = new Act(caller, key, version, id, "spot-corrections", body);
        var command = new CorrectOnTheSpot(MaterialBody.all(body.materials()));
        return acts.applicant(act, onBehalfOf, command);
    }

    @PostMapping("/{id}/supplement-notice")
    @Operation(summary = "Ask for more during the review; stops the clock if the item says so")
    ResponseEntity<?> requestSupplement(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid CorrectionNoticeRequest body) {
        var command =
                new RequestSupplement(
                        body.missing().stream()
                                .map(m -> new CaseFact.Missing(m.code(), m.code(), m.reason()))
                                .toList(),
                        answerWithin(caller, body.answerWithinDays()));
        var act = new Act(caller, key, version, id, "supplement-notice", body);
        return acts.staff(act, new ByHolder(command), Acts.OFFICERS);
    }

    @PostMapping("/{id}/supplements")
    @Operation(summary = "Hand in what was asked for during the review")
    ResponseEntity<?> supplement(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id,
            @RequestBody @Valid CorrectionsRequest body) {
        var act = new Act(caller, key, version, id, "supplements", body);
        var command = new GiveSupplement(MaterialBody.all(body.materials()));
        return acts.applicant(act, onBehalfOf, command);
    }

    /** As the clerk says, else as the rules of the region do. */
    private TimeLimit answerWithin(Caller caller, @Nullable Integer days) {
        if (days != null) return TimeLimit.calendarDays(days);
        RegionCode region = Objects.requireNonNullElse(caller.region(), RegionCode.NATION);
        return timeRules.limit(region, TimeRule.Kind.CORRECTION, Case.dayOf(time.instant()));
    }
}
