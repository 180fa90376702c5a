package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was wrong with the materials was put right on the spot (当场更正); no clock moves. */
public record CorrectedOnTheSpot(
        @JsonProperty("case") CaseReference about,
        List<String> materials,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {
    public CorrectedOnTheSpot {
        materials = List.copyOf(materials);
    }

    @Override
    public String eventType() {
        return "cases.corrected-on-the-spot";
    }
}
