package org.oneseal.notification.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;

/** What notification reads of the case service's events. */
sealed interface FromCases {

    AboutCase about();

    record Submitted(@JsonProperty("case") AboutCase about, @Nullable Instant answerDue)
            implements FromCases {}

    record Accepted(@JsonProperty("case") AboutCase about, Clock clock) implements FromCases {}

    record DeemedAccepted(
            @JsonProperty("case") AboutCase about,
            Clock clock,
            @Nullable Instant acceptedFrom,
            @Nullable String ground)
            implements FromCases {}

    record CorrectionRequested(
            @JsonProperty("case") AboutCase about,
            @Nullable List<Missing> missing,
            @Nullable LocalDate answerBy)
            implements FromCases {}

    record NotAccepted(
            @JsonProperty("case") AboutCase about,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String rightBody)
            implements FromCases {}

    record Suspended(
            @JsonProperty("case") AboutCase about,
            Clock clock,
            String kind,
            @Nullable String ground,
            @Nullable String reason,
            int announcedDays)
            implements FromCases {}

    record Resumed(@JsonProperty("case") AboutCase about, Clock clock) implements FromCases {}

    /**
     * More time was approved.
     *
     * @param promiseAfter what became of the promised date; null in events of earlier days
     */
    record Extended(
            @JsonProperty("case") AboutCase about,
            Clock clock,
            Limit by,
            @Nullable String reason,
            @Nullable String promiseAfter)
            implements FromCases {}

    /**
     * The calendar changed.
     *
     * @param decree null where none is known
     */
    record Rebased(@JsonProperty("case") AboutCase about, Clock clock, @Nullable String decree)
            implements FromCases {}

    record SupplementRequested(
            @JsonProperty("case") AboutCase about,
            @Nullable List<Missing> missing,
            @Nullable LocalDate answerBy)
            implements FromCases {}

    record Decided(
            @JsonProperty("case") AboutCase about,
            boolean granted,
            String decisionNumber,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable Result result,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Authority authority)
            implements FromCases {}

    record CertificateIssued(
            @JsonProperty("case") AboutCase about,
            String number,
            @Nullable String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements FromCases {}

    record Promised(@JsonProperty("case") AboutCase about, Promise promise) implements FromCases {}

    /** One promised material came; events of earlier days know its code only. */
    record PromiseFulfilled(
            @JsonProperty("case") AboutCase about, String material, @Nullable String name)
            implements FromCases {}

    record PromiseOverdue(
            @JsonProperty("case") AboutCase about,
            List<String> materials,
            @Nullable List<String> names,
            LocalDate due)
            implements FromCases {}

    record Withdrawn(@JsonProperty("case") AboutCase about, @Nullable String reason)
            implements FromCases {}

    /** Nothing that anybody is told of. */
    record Other() implements FromCases {
        @Override
        public AboutCase about() {
            throw new IllegalStateException("not read");
        }
    }

    record AboutCase(
            String caseId,
            String caseNumber,
            @Nullable String itemName,
            @Nullable String region,
            @Nullable String party) {}

    record Clock(@Nullable Instant legalDue, @Nullable Instant promisedDue) {}

    record Limit(int amount, String unit) {}

    record Missing(@Nullable String name, @Nullable String reason) {}

    record Promise(List<PromisedMaterial> materials, @Nullable String ground) {}

    record PromisedMaterial(String name, LocalDate due) {}

    record Result(@Nullable String name) {}

    record Authority(String name) {}

    static FromCases read(IncomingEvent event) {
        return switch (event.type()) {
            case "org.oneseal.cases.submitted" -> event.as(Submitted.class);
            case "org.oneseal.cases.accepted" -> event.as(Accepted.class);
            case "org.oneseal.cases.deemed-accepted" -> event.as(DeemedAccepted.class);
            case "org.oneseal.cases.correction-requested" -> event.as(CorrectionRequested.class);
            case "org.oneseal.cases.not-accepted" -> event.as(NotAccepted.class);
            case "org.oneseal.cases.suspended" -> event.as(Suspended.class);
            case "org.oneseal.cases.resumed" -> event.as(Resumed.class);
            case "org.oneseal.cases.extended" -> event.as(Extended.class);
            case "org.oneseal.cases.rebased" -> rebased(event.as(Rebased.class));
            case "org.oneseal.cases.supplement-requested" -> event.as(SupplementRequested.class);
            case "org.oneseal.cases.decided" -> event.as(Decided.class);
            case "org.oneseal.cases.certificate-issued" -> event.as(CertificateIssued.class);
            case "org.oneseal.cases.promised" -> event.as(Promised.class);
            case "org.oneseal.cases.promise-fulfilled" -> event.as(PromiseFulfilled.class);
            case "org.oneseal.cases.promise-overdue" -> event.as(PromiseOverdue.class);
            case "org.oneseal.cases.withdrawn" -> event.as(Withdrawn.class);
            default -> new Other();
        };
    }

    /** Before the acceptance only the department's own time to answer moves. */
    private static FromCases rebased(Rebased told) {
        boolean due = told.clock().legalDue() != null || told.clock().promisedDue() != null;
        return due ? told : new Other();
    }
}
