package org.oneseal.credit.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;

/** What credit reads of the case service's events. */
sealed interface FromCases {

    /** A decision. */
    record Decided(
            @JsonProperty("case") AboutCase about,
            boolean granted,
            String decisionNumber,
            boolean publicity,
            @Nullable Result result,
            @Nullable String certificateNumber,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Authority authority,
            String subjectKind,
            String subjectName,
            @Nullable String subjectUscc)
            implements FromCases {}

    /** The end of a case with its result code. */
    record Finished(@JsonProperty("case") AboutCase about, String result) implements FromCases {

        /** 作废 or 删除. */
        boolean voided() {
            return result.equals("2") || result.equals("3");
        }
    }

    /** A promise made in a case. */
    record Promised(@JsonProperty("case") AboutCase about, PromiseMade promise)
            implements FromCases {}

    /** A promised material was handed in. */
    record PromiseFulfilled(
            @JsonProperty("case") AboutCase about,
            String promiseId,
            String material,
            Instant handedInAt)
            implements FromCases {}

    /** The day has passed and promised materials are missing. */
    record PromiseOverdue(
            @JsonProperty("case") AboutCase about,
            String promiseId,
            List<String> materials,
            LocalDate due)
            implements FromCases {}

    /**
     * What was promised.
     *
     * @param subject unified social credit code of an organisation, where the case knows it
     */
    record PromiseMade(
            String promiseId,
            @Nullable String textHash,
            List<PromisedMaterial> materials,
            Instant promisedAt,
            @Nullable String subject,
            @Nullable String subjectKind) {}

    record PromisedMaterial(String code, String name, LocalDate due) {}

    /** Nothing that credit needs. */
    record Other() implements FromCases {}

    record AboutCase(
            String caseId,
            String caseNumber,
            @Nullable String itemCode,
            @Nullable String itemName,
            @Nullable String itemType,
            @Nullable String department,
            @Nullable String region,
            @Nullable String party,
            @Nullable String partyMask) {}

    record Result(@Nullable String name) {}

    record Authority(String name, @Nullable String uscc) {}

    static FromCases read(IncomingEvent event) {
        return switch (event.type()) {
            case "org.oneseal.cases.decided" -> event.as(Decided.class);
            case "org.oneseal.cases.promised" -> event.as(Promised.class);
            case "org.oneseal.cases.promise-fulfilled" -> event.as(PromiseFulfilled.class);
            case "org.oneseal.cases.promise-overdue" -> event.as(PromiseOverdue.class);
            case "org.oneseal.cases.finished" -> event.as(Finished.class);
            default -> new Other();
        };
    }
}
