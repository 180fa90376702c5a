package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.oneseal.cases.assignment.ByHolder;
import org.oneseal.cases.consultation.AnswerConsultation;
import org.oneseal.cases.consultation.Consult;
import org.oneseal.cases.consultation.Consultations;
import org.oneseal.cases.consultation.WithdrawConsultation;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.documents.Documents;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.ConsultationBodies.AnswerRequest;
import org.oneseal.cases.web.ConsultationBodies.ConsultationRequest;
import org.oneseal.cases.web.ConsultationBodies.ConsultationView;
import org.oneseal.cases.web.ConsultationBodies.WithdrawalOfQuestion;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.oneseal.platform.worktime.TimeLimit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Other departments are asked, and answer (征求意见). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "handling")
class ConsultationsApi {

    private final Acts acts;
    private final Reaches reaches;
    private final Attachments attachments;
    private final Consultations consultations;
    private final Cases cases;
    private final HandleCase handleCase;
    private final Documents documents;
    private final DocumentVault vault;
    private final TimeRules timeRules;
    private final InstantSource time;

    ConsultationsApi(
            Acts acts,
            Reaches reaches,
            Attachments attachments,
            Consultations consultations,
            Cases cases,
            HandleCase handleCase,
            Documents documents,
            DocumentVault vault,
            TimeRules timeRules,
            InstantSource time) {
        this.acts = acts;
        this.reaches = reaches;
        this.attachments = attachments;
        this.consultations = consultations;
        this.cases = cases;
        this.handleCase = handleCase;
        this.documents = documents;
        this.vault = vault;
        this.timeRules = timeRules;
        this.time = time;
    }

    @PostMapping("/{id}/consultations")
    @Operation(summary = "Ask another department, within a time of its own")
    ResponseEntity<?> consult(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid ConsultationRequest body) {
        var command =
                new Consult(
                        body.department(),
                        consultations.regionOf(body.department()),
                        body.question(),
                        limit(caller, body),
                        rule(caller, TimeRule.Kind.CONSULTATION_AT_MOST),
                        body.attached(),
                        attachments.of(id));
        var act = new Act(caller, key, version, id, "consultations", body);
        return acts.staff(act, new ByHolder(command), Acts.OFFICERS);
    }

    @PostMapping("/{id}/consultations/{consultation}/withdrawal")
    @Operation(summary = "The answer is no longer needed")
    ResponseEntity<?> withdraw(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String consultation,
            @RequestBody @Valid WithdrawalOfQuestion body) {
        String name = "consultations/" + consultation + "/withdrawal";
        var act = new Act(caller, key, version, id, name, body);
        var command = new WithdrawConsultation(consultation, body.reason());
        return acts.staff(act, new ByHolder(command), Acts.OFFICERS);
    }

    @GetMapping("/{id}/consultations")
    @Operation(summary = "Whom a case asked and what they said, for officers")
    List<ConsultationView> ofCase(
            @Parameter(hidden = true) Caller caller, @PathVariable String id) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        CaseOnFile file = acts.file(reaches.of(caller, null), id);
        return Consulting.all(file.value()).stream()
                .map(c -> ConsultationView.of(file, c))
                .toList();
    }

    @GetMapping("/consultations")
    @Operation(summary = "What one's department is asked and has not answered, by due date")
    Page<Consultations.Waiting> waiting(@Parameter(hidden = true) Caller caller, PageRequest page) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        return Page.of(
                consultations.waiting(
                        Scope.of(caller),
                        page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset(),
                        page.fetch()),
                page,
                row -> List.of(row.due().toString(), row.consultationId()));
    }

    @GetMapping("/consultations/{consultation}")
    @Operation(summary = "The question as put to one's department; the version is the case's")
    ResponseEntity<ConsultationView> read(
            @Parameter(hidden = true) Caller caller, @PathVariable String consultation) {
        CaseOnFile file = asked(caller, consultation);
        return ResponseEntity.ok()
                .eTag(Versions.etag(file.version()))
                .body(view(file, consultation));
    }

    @GetMapping("/consultations/{consultation}/documents/{document}")
    @Operation(summary = "A document that goes with the question")
    ResponseEntity<byte[]> document(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String consultation,
            @PathVariable String document) {
        CaseOnFile file = asked(caller, consultation);
        Document found =
                Optional.of(view(file, consultation))
                        .filter(v -> v.documents().contains(document))
                        .flatMap(_ -> documents.find(file.value().header().id(), document))
                        .orElseThrow(() -> new NotFound("document", document));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .body(vault.read(found.digest()));
    }

    @PostMapping("/consultations/{consultation}/answer")
    @Operation(summary = "Answer for one's department")
    ResponseEntity<?> answer(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String consultation,
            @RequestBody @Valid AnswerRequest body) {
        caller.require(Acts.OFFICERS.toArray(Role[]::new));
        String id = asked(caller, consultation).value().header().id();
        var command = new AnswerConsultation(consultation, body.position(), body.answer());
        var act =
                new Act(
                        caller,
                        key,
                        version,
                        id,
                        "consultations/" + consultation + "/answer",
                        body);
        return acts.staff(
                act,
                Acts.OFFICERS,
                r -> handleCase.handle(r.within(new Scope.Everywhere()), command, time.instant()),
                file -> view(file, consultation));
    }

    /** The case of a question that was put to the caller's department. */
    private CaseOnFile asked(Caller caller, String consultation) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        return consultations
                .caseOf(consultation, Scope.of(caller))
                .flatMap(id -> cases.find(id, new Scope.Everywhere()))
                .orElseThrow(() -> new NotFound("consultation", consultation));
    }

    private static ConsultationView view(CaseOnFile file, String consultation) {
        return ConsultationView.of(
                file, Objects.requireNonNull(Consulting.find(file.value(), consultation)));
    }

    private TimeLimit limit(Caller caller, ConsultationRequest body) {
        return body.limit() != null
                ? body.limit().limit()
                : rule(caller, TimeRule.Kind.CONSULTATION);
    }

    private TimeLimit rule(Caller caller, TimeRule.Kind kind) {
        RegionCode region = Objects.requireNonNullElse(caller.region(), RegionCode.NATION);
        return timeRules.limit(region, kind, Case.dayOf(time.instant()));
    }
}
