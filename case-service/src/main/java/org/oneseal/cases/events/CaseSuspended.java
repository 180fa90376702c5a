package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A special procedure of the authority stops the clock (特别程序).
 *
 * @param project of the market, where an institution was commissioned; its result resumes the clock
 */
public record CaseSuspended(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        String procedureId,
        String kind,
        String ground,
        String reason,
        int announcedDays,
        String commissionedBy,
        @Nullable String project,
        List<String> findings)
        implements CaseEvent {
    public CaseSuspended {
        findings = List.copyOf(findings);
    }

    @Override
    public String eventType() {
        return "cases.suspended";
    }
}
