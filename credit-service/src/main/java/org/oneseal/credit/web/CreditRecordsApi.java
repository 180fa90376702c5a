package org.oneseal.credit.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.CorrectRecord;
import org.oneseal.credit.publicity.ExplainDeadline;
import org.oneseal.credit.publicity.PublicityRecord;
import org.oneseal.credit.publicity.PublicityRecords;
import org.oneseal.credit.publicity.PublicityRegister;
import org.oneseal.credit.publicity.PublishRecord;
import org.oneseal.credit.publicity.WithholdRecord;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records for officers: lists, deadlines, the two acts, the export and the rate. */
@RestController
@RequestMapping("/api/v1/credit-records")
class CreditRecordsApi {

    /** Where a record may stand. */
    enum State {
        PENDING,
        PUBLISHED,
        WITHHELD
    }

    /** What is handed to the national platform: published licences, and those taken back. */
    enum Exported {
        PUBLISHED,
        WITHDRAWN
    }

    private static final int LONGEST_PERIOD = 731;
    private static final Role[] READERS = {
        Role.CREDIT_OFFICER,
        Role.SUPERVISOR,
        Role.AUDITOR,
        Role.PLATFORM_OPERATOR,
        Role.CASE_OFFICER,
        Role.CHIEF_APPROVER
    };

    private final PublicityRegister register;
    private final PublicityRecords records;
    private final PublishRecord publishRecord;
    private final WithholdRecord withholdRecord;
    private final CorrectRecord correctRecord;
    private final ExplainDeadline explainDeadline;
    private final RecordViews views;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    CreditRecordsApi(
            PublicityRegister register,
            PublicityRecords records,
            PublishRecord publishRecord,
            WithholdRecord withholdRecord,
            CorrectRecord correctRecord,
            ExplainDeadline explainDeadline,
            RecordViews views,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.register = register;
        this.records = records;
        this.publishRecord = publishRecord;
        this.withholdRecord = withholdRecord;
        this.correctRecord = correctRecord;
        this.explainDeadline = explainDeadline;
        this.views = views;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    @GetMapping
    Page<CreditRecordView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable State state,
            PageRequest page) {
        caller.require(READERS);
        Instant now = time.instant();
        return register.inScope(Scope.of(caller), state == null ? null : state.name(), page)
                .map(record -> views.forOfficers(record, now));
    }

    @GetMapping("/export")
    Page<LicenceExport> export(
            Caller caller,
            @RequestParam(defaultValue = "PUBLISHED") Exported state,
            PageRequest page) {
        caller.require(Role.CREDIT_OFFICER);
        return switch (state) {
            case PUBLISHED ->
                    register.inScope(Scope.of(caller), "PUBLISHED", page).map(views::export);
            case WITHDRAWN -> register.withdrawn(Scope.of(caller), page).map(views::export);
        };
    }

    @GetMapping("/seven-day-rate")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RateView.class)))
    ResponseEntity<?> rate(
            Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        caller.require(READERS);
        if (from.isAfter(to)) {
            return problems.badRequest(
                    List.of(Objection.of("period-invalid", from.toString(), to.toString())));
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_PERIOD) {
            return problems.badRequest(List.of(Objection.of("period-too-long", LONGEST_PERIOD)));
        }
        LocalDate today = LocalDate.ofInstant(time.instant(), PublicityRecord.ZONE);
        return ResponseEntity.ok(views.rate(register.rate(Scope.of(caller), from, to, today)));
    }

    @GetMapping("/{id}")
    ResponseEntity<CreditRecordView> one(Caller caller, @PathVariable String id) {
        return shown(load(caller, id));
    }

    @GetMapping("/{id}/deadline")
    ExplainDeadline.Explanation deadline(Caller caller, @PathVariable String id) {
        return explainDeadline.explain(load(caller, id));
    }

    @GetMapping("/{id}/export")
    LicenceExport exportOne(Caller caller, @PathVariable String id) {
        return views.export(load(caller, id));
    }

    @PostMapping("/{id}/publication")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CreditRecordView.class)))
    ResponseEntity<?> publish(
            Caller caller, IdempotencyKey key, ExpectedVersion version, @PathVariable String id) {
        caller.require(Role.CREDIT_OFFICER);
        return posts.once(
                caller,
                key,
                "POST /credit-records/" + id + "/publication",
                version,
                () ->
                        answer(
                                publishRecord.publish(
                                        id,
                                        version.value(),
                                        Scope.of(caller),
                                        actor(caller),
                                        time.instant())));
    }

    @PostMapping("/{id}/correction")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CreditRecordView.class)))
    ResponseEntity<?> correct(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid CorrectionRequest request) {
        caller.require(Role.CREDIT_OFFICER);
        List<Objection> objections =
                new PublicTexts()
                        .check("/content", request.content())
                        .check("/remark", request.remark())
                        .objections();
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        return posts.once(
                caller,
                key,
                "POST /credit-records/" + id + "/correction",
                List.of(version, request),
                () ->
                        answer(
                                correctRecord.correct(
                                        id,
                                        version.value(),
                                        views.correction(request),
                                        request.reason(),
                                        Scope.of(caller),
                                        actor(caller),
                                        time.instant())));
    }

    @PostMapping("/{id}/withholding")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CreditRecordView.class)))
    ResponseEntity<?> withhold(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid WithholdingRequest request) {
        caller.require(Role.CREDIT_OFFICER);
        List<Objection> objections = new ArrayList<>();
        if (request.reason().isBlank()) {
            objections.add(Objection.of("reason-missing").at("/reason"));
        }
        if (request.ground().isBlank()) {
            objections.add(Objection.of("ground-missing").at("/ground"));
        }
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        return posts.once(
                caller,
                key,
                "POST /credit-records/" + id + "/withholding",
                List.of(version, request),
                () ->
                        answer(
                                withholdRecord.withhold(
                                        id,
                                        version.value(),
                                        request.reason(),
                                        request.ground(),
                                        Scope.of(caller),
                                        actor(caller),
                                        time.instant())));
    }

    private PublicityRecord load(Caller caller, String id) {
        caller.require(READERS);
        return records.byId(id, Scope.of(caller))
                .orElseThrow(() -> new NotFound("publicity record", id));
    }

    private ResponseEntity<?> answer(PublicityRecord.Outcome outcome) {
        return switch (outcome) {
            case PublicityRecord.Outcome.Changed changed -> shown(changed.record());
            case PublicityRecord.Outcome.Objected objected ->
                    problems.conflict(objected.objections());
        };
    }

    private ResponseEntity<CreditRecordView> shown(PublicityRecord record) {
        return ResponseEntity.ok()
                .eTag(Versions.etag(record.chain().sequence()))
                .body(views.forOfficers(record, time.instant()));
    }

    private static Actor actor(Caller caller) {
        return Actor.person(
                caller.subject(),
                Role.CREDIT_OFFICER.realmName(),
                caller.department(),
                caller.party(),
                caller.client());
    }
}
