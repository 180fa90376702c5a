package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The limit was extended once, with approval and reasons (延期).
 *
 * @param requestedBy who asked for it, another person than the approver
 * @param approvalNumber of the government head's approval, where handling is joint
 * @param promiseAfter what becomes of the promised date: NONE, STANDS, MOVES or OVER; null in
 *     events of earlier days
 */
public record CaseExtended(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        LimitTerm by,
        String approver,
        @Nullable String requestedBy,
        @Nullable String approvalNumber,
        String reason,
        @Nullable String promiseAfter)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.extended";
    }
}
