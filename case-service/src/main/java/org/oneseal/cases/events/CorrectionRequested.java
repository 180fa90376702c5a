package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is missing, told once (一次性告知). */
public record CorrectionRequested(
        @JsonProperty("case") CaseReference about,
        List<MissingMaterial> missing,
        String noticeId,
        String requestedBy,
        @Nullable LocalDate answerBy)
        implements CaseEvent {
    public CorrectionRequested {
        missing = List.copyOf(missing);
    }

    @Override
    public String eventType() {
        return "cases.correction-requested";
    }
}
