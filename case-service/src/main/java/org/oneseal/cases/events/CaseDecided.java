package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision (准予 / 不予许可).
 *
 * @param actingFor the absent officer in whose place it was decided
 * @param deliverBy end of the time to deliver what is granted, null where none runs
 */
public record CaseDecided(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        boolean granted,
        String decisionNumber,
        String decidedBy,
        @Nullable String actingFor,
        @Nullable Instant deliverBy,
        @Nullable String ground,
        @Nullable String reason,
        boolean publicity,
        @Nullable ResultTerms result,
        @Nullable String certificateNumber,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        AuthorityTerms authority,
        String subjectKind,
        String subjectName,
        @Nullable String subjectUscc)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.decided";
    }
}
