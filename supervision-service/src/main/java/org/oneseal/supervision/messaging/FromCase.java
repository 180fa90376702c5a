package org.oneseal.supervision.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import tools.jackson.databind.JsonNode;

/**
 * An event of a case as supervision sees it: what no clock, card or indicator needs is left out.
 */
record FromCase(
        @JsonProperty("case") About about,
        @Nullable Clock clock,
        @Nullable Limits limits,
        @Nullable Instant acceptedFrom,
        @Nullable Instant answerDue,
        @Nullable String calendar,
        @Nullable String procedureId,
        int announcedDays,
        @Nullable JsonNode by,
        boolean granted,
        @Nullable JsonNode result,
        @Nullable Promise promise,
        @Nullable String promiseId,
        @Nullable String material,
        @Nullable List<Missing> missing,
        @Nullable String ground,
        @Nullable String reason,
        @Nullable String stepCode,
        @Nullable String consultationId,
        @Nullable String department,
        @Nullable JsonNode due,
        @Nullable List<String> reopened,
        @Nullable List<String> findings) {

    /** A material asked for. */
    record Missing(@Nullable String code) {}

    record About(
            String caseId,
            String caseNumber,
            @Nullable String itemCode,
            @Nullable Integer itemVersion,
            @Nullable String itemName,
            @Nullable String caseKind,
            String origin,
            @Nullable String source,
            @Nullable String party,
            String channel,
            @Nullable String region,
            @Nullable String department) {}

    record Clock(
            @Nullable Instant legalDue,
            @Nullable Instant promisedDue,
            @Nullable Instant declaredDue,
            @Nullable Step step) {

        record Step(String stepCode, Instant due) {}

        Told.@Nullable StepClaim claimed() {
            return step == null
                    ? null
                    : new Told.StepClaim(step.stepCode(), Instants.kept(step.due()));
        }
    }

    record Limits(
            @Nullable Limit legal,
            @Nullable Limit promised,
            @Nullable Boolean extensionMovesPromise) {}

    record Limit(int amount, String unit) {
        TimeLimit limit() {
            return new TimeLimit(amount, LimitUnit.valueOf(unit));
        }
    }

    record Promise(String promiseId, List<Owed> materials) {

        record Owed(String code, LocalDate due) {}
    }

    /** The fact that an event tells, empty if supervision knows no such event. */
    static Optional<News> read(IncomingEvent event) {
        return switch (event.name()) {
            case "submitted" -> of(event, CaseFact.Submitted::new);
            case "correction-requested" ->
                    of(event, (data, told) -> new CaseFact.CorrectionRequested(told, data.asked()));
            case "corrected" -> of(event, CaseFact.Corrected::new);
            case "not-accepted" ->
                    of(event, (data, told) -> new CaseFact.NotAccepted(told, data.reasoned()));
            case "step-started" -> of(event, (data, told) -> data.stepped(told, false));
            case "step-completed" -> of(event, (data, told) -> data.stepped(told, true));
            case "step-returned" -> of(event, (data, told) -> data.back(told));
            case "rebased" -> of(event, CaseFact.Rebased::new);
            case "certificate-issued" -> of(event, CaseFact.CertificateIssued::new);
            case "delivered" -> of(event, CaseFact.Delivered::new);
            case "withdrawn" -> of(event, CaseFact.Withdrawn::new);
            case "returned" -> of(event, CaseFact.Returned::new);
            case "accepted" -> of(event, (data, told) -> data.accepted(told, false));
            case "deemed-accepted" -> of(event, (data, told) -> data.accepted(told, true));
            case "suspended" ->
                    of(
                            event,
                            (data, told) ->
                                    new CaseFact.Suspended(
                                            told, data.procedure(), data.announcedDays()));
            case "resumed" ->
                    of(event, (data, told) -> new CaseFact.Resumed(told, data.procedure()));
            case "consultation-requested" -> of(event, FromCase::consulted);
            case "consultation-answered", "consultation-withdrawn" ->
                    of(
                            event,
                            (data, told) ->
                                    new CaseFact.ConsultationEnded(told, data.consultation()));
            case "extended" ->
                    of(event, (data, told) -> new CaseFact.Extended(told, data.extension()));
            case "decided" ->
                    of(
                            event,
                            (data, told) ->
                                    new CaseFact.Decided(
                                            told,
                                            data.granted(),
                                            data.certificateType(),
                                            data.reasoned()));
            case "finished" ->
                    of(event, (data, told) -> new CaseFact.Finished(told, data.resultCode()));
            case "promised" -> of(event, (data, told) -> data.promised(told));
            case "promise-fulfilled" ->
                    of(
                            event,
                            (data, told) ->
                                    new CaseFact.PromiseFulfilled(
                                            told, data.promiseOf(), data.handedIn()));
            case "promise-overdue" ->
                    of(event, (data, told) -> new CaseFact.PromiseOverdue(told, data.promiseOf()));
            default -> Optional.empty();
        };
    }

    @FunctionalInterface
    private interface ByTime {
        CaseFact fact(Told told);
    }

    @FunctionalInterface
    private interface ByData {
        CaseFact fact(FromCase data, Told told);
    }

    private static Optional<News> of(IncomingEvent event, ByTime fact) {
        return of(event, (_, told) -> fact.fact(told));
    }

    private static Optional<News> of(IncomingEvent event, ByData fact) {
        FromCase data = event.as(FromCase.class);
        return Optional.of(new News(data.head(event), fact.fact(data, data.told(event))));
    }

    private CaseFact accepted(Told told, boolean deemed) {
        return new CaseFact.Accepted(
                told,
                acceptedFrom == null ? told.occurredAt() : Instants.kept(acceptedFrom),
                deemed,
                limits == null || limits.legal() == null ? null : limits.legal().limit(),
                limits == null || limits.promised() == null ? null : limits.promised().limit(),
                limits == null ? null : limits.extensionMovesPromise());
    }

    private CaseFact promised(Told told) {
        Promise made = Objects.requireNonNull(promise, "promise");
        return new CaseFact.Promised(
                told,
                made.promiseId(),
                made.materials().stream()
                        .map(m -> new CaseFact.Promised.Owed(m.code(), m.due()))
                        .toList());
    }

    private CaseFact stepped(Told told, boolean done) {
        return new CaseFact.Stepped(told, stepCode, done, stepDue());
    }

    private CaseFact back(Told told) {
        return CaseFact.Stepped.back(told, Objects.requireNonNull(reopened, "reopened"));
    }

    private CaseFact consulted(Told told) {
        return new CaseFact.Consulted(
                told, consultation(), Objects.requireNonNull(department, "department"));
    }

    private String consultation() {
        return Objects.requireNonNull(consultationId, "consultationId");
    }

    /** An instant here, a day on promises. */
    private @Nullable Instant stepDue() {
        return due == null || due.isNull() ? null : Instants.kept(Instant.parse(due.asString()));
    }

    private @Nullable List<String> asked() {
        return missing == null
                ? null
                : missing.stream().map(Missing::code).filter(Objects::nonNull).toList();
    }

    /** Whether anything was said why. */
    private boolean reasoned() {
        return (ground != null && !ground.isBlank()) || (reason != null && !reason.isBlank());
    }

    private String promiseOf() {
        return Objects.requireNonNull(promiseId, "promiseId");
    }

    private String handedIn() {
        return Objects.requireNonNull(material, "material");
    }

    /** A limit here, a person's id on steps. */
    private TimeLimit extension() {
        JsonNode limit = Objects.requireNonNull(by, "by");
        return new TimeLimit(
                limit.path("amount").asInt(), LimitUnit.valueOf(limit.path("unit").asString()));
    }

    /** What a granted decision gives; a code on finished events. */
    private @Nullable String certificateType() {
        JsonNode type = result == null ? null : result.get("certificateType");
        return type == null || type.isNull() ? null : type.asString();
    }

    private String resultCode() {
        return result == null || result.isNull() ? "" : result.asString();
    }

    private String procedure() {
        return Objects.requireNonNull(procedureId, "procedureId");
    }

    private Told told(IncomingEvent event) {
        return new Told(
                event.sequence(),
                Instants.kept(event.time()),
                Instants.kept(event.recordedAt()),
                clock == null && answerDue == null
                        ? null
                        : new Told.Claim(
                                clock == null ? null : Instants.keptIfAny(clock.legalDue()),
                                clock == null ? null : Instants.keptIfAny(clock.promisedDue()),
                                clock == null ? null : Instants.keptIfAny(clock.declaredDue()),
                                Instants.keptIfAny(answerDue),
                                "instants-only".equals(calendar),
                                clock == null ? null : clock.claimed()),
                findings == null ? List.of() : findings);
    }

    private CaseHead head(IncomingEvent event) {
        String region = about.region() == null ? event.region() : about.region();
        return new CaseHead(
                about.caseId(),
                about.caseNumber(),
                about.itemCode(),
                about.itemVersion(),
                about.itemName() == null ? "" : about.itemName(),
                "IMMEDIATE".equals(about.caseKind()),
                "EXCHANGE".equals(about.origin()),
                about.source(),
                about.party(),
                about.channel(),
                new RegionCode(Objects.requireNonNull(region, "region")),
                about.department() == null ? event.department() : about.department());
    }
}
