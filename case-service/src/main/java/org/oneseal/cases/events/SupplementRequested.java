package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * More was asked for during the review (审查阶段补正).
 *
 * @param procedureId of the special procedure that stops the clock for it, null where it runs on
 */
public record SupplementRequested(
        @JsonProperty("case") CaseReference about,
        String noticeId,
        List<MissingMaterial> missing,
        LocalDate answerBy,
        @Nullable String procedureId,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {
    public SupplementRequested {
        missing = List.copyOf(missing);
    }

    @Override
    public String eventType() {
        return "cases.supplement-requested";
    }
}
