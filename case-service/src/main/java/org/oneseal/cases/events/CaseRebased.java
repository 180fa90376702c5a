package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decree has changed the calendar and moved the due dates. */
public record CaseRebased(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        @Nullable Instant legalDueBefore,
        @Nullable Instant promisedDueBefore,
        @Nullable String calendarVersionBefore,
        @Nullable String decree)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.rebased";
    }
}
