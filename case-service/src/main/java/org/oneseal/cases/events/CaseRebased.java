package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decree has changed the calendar and moved the due dates.
 *
 * @param answerDueBefore end of the department's silence, null where none ran
 * @param stepDueBefore end of the step under way, null where none had a time of its own
 */
public record CaseRebased(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        @Nullable Instant legalDueBefore,
        @Nullable Instant promisedDueBefore,
        @Nullable Instant answerDueBefore,
        @Nullable Instant answerDueAfter,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant stepDueBefore,
        @Nullable String calendarVersionBefore,
        @Nullable String decree)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.rebased";
    }
}
