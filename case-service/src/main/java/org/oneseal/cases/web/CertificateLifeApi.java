package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.CertificateUse;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.KeepCertificate;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.platform.journal.Actor;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a certificate after it was issued (证照变更、暂扣、撤销、注销、吊销). */
@RestController
@RequestMapping("/api/v1/cases/{id}/certificate")
@Tag(name = "certificates")
class CertificateLifeApi {

    private final Acts acts;
    private final Reaches reaches;
    private final Certificates certificates;
    private final KeepCertificate keep;
    private final Parties parties;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    CertificateLifeApi(
            Acts acts,
            Reaches reaches,
            Certificates certificates,
            KeepCertificate keep,
            Parties parties,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.acts = acts;
        this.reaches = reaches;
        this.certificates = certificates;
        this.keep = keep;
        this.parties = parties;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param certificate the version that is meant: another one has been issued where it differs
     */
    record StatusRequest(
            @NotBlank @Size(max = 100) String certificate,
            Certificate.@NotNull Status status,
            @NotNull @Size(max = 300) String ground,
            @NotNull @Size(max = 1000) String reason) {}

    /**
     * @param validTo last day of the new version, null without end
     */
    record ReplacementRequest(
            @NotBlank @Size(max = 100) String certificate,
            @Nullable LocalDate validTo,
            @NotNull @Size(max = 1000) String reason) {}

    record VersionView(
            String id,
            String number,
            int edition,
            @Nullable String predecessor,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Certificate.Status status,
            String statusCode) {}

    record ChangeView(
            String certificate,
            Certificate.Status before,
            Certificate.Status status,
            String ground,
            String reason,
            @Nullable String changedBy,
            Instant at) {}

    @PostMapping("/status")
    @Operation(summary = "Withhold, give back, revoke, cancel or forfeit, with the ground")
    ResponseEntity<?> change(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid StatusRequest body) {
        return act(
                caller,
                key,
                id,
                "status",
                body.certificate(),
                body,
                (it, locked) ->
                        keep.change(
                                it,
                                locked,
                                body.status(),
                                body.ground(),
                                body.reason(),
                                Actor.of(caller, Role.CHIEF_APPROVER),
                                time.instant()));
    }

    @PostMapping("/replacement")
    @Operation(summary = "Issue a new version; the one before lapses")
    ResponseEntity<?> replace(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid ReplacementRequest body) {
        return act(
                caller,
                key,
                id,
                "replacement",
                body.certificate(),
                body,
                (it, locked) ->
                        keep.replace(
                                it,
                                locked,
                                body.validTo(),
                                holderNow(it, locked),
                                body.reason(),
                                Actor.of(caller, Role.CHIEF_APPROVER),
                                time.instant()));
    }

    @GetMapping("/changes")
    @Operation(summary = "Every change of status, the oldest first")
    List<ChangeView> changes(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        acts.file(reach, id);
        return certificates.changesOf(id).stream()
                .map(
                        c ->
                                new ChangeView(
                                        c.certificateId(),
                                        c.before(),
                                        c.status(),
                                        c.ground(),
                                        c.reason(),
                                        reach.staff() ? c.changedBy() : null,
                                        c.at()))
                .toList();
    }

    @GetMapping("/uses")
    @Operation(summary = "Who used it, when and what for")
    List<CertificateUse> uses(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        acts.file(reaches.of(caller, onBehalfOf), id);
        return certificates.usesOf(id);
    }

    private ResponseEntity<?> act(
            Caller caller,
            IdempotencyKey key,
            String id,
            String name,
            String meant,
            Object body,
            BiFunction<Case, Certificate, KeepCertificate.Outcome> doing) {
        caller.require(Role.CHIEF_APPROVER);
        Case it = acts.file(reaches.of(caller, null), id).value();
        return posts.once(
                caller,
                key,
                "POST /cases/" + id + "/certificate/" + name,
                body,
                () -> {
                    Certificate locked =
                            certificates
                                    .lockOfCase(id)
                                    .filter(c -> c.id().equals(meant))
                                    .orElseThrow(() -> new NotFound("certificate", meant));
                    return answer(doing.apply(it, locked));
                });
    }

    private ResponseEntity<?> answer(KeepCertificate.Outcome outcome) {
        return switch (outcome) {
            case KeepCertificate.Outcome.Kept(var c) -> ResponseEntity.ok(view(c));
            case KeepCertificate.Outcome.Objected(var objections) ->
                    problems.unprocessable(objections);
        };
    }

    private VersionView view(Certificate c) {
        var status = c.statusOn(Case.dayOf(time.instant()));
        return new VersionView(
                c.id(),
                c.number(),
                c.edition(),
                c.predecessor(),
                c.validFrom(),
                c.validTo(),
                status,
                status.code());
    }

    /** The holder's name may have changed since. */
    private String holderNow(Case it, Certificate certificate) {
        return Optional.ofNullable(it.header().party())
                .flatMap(parties::find)
                .map(Party::mask)
                .orElse(certificate.holderMask());
    }
}
