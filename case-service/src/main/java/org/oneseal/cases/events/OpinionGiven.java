package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An officer gave an opinion (意见); its text stays with the case. */
public record OpinionGiven(
        @JsonProperty("case") CaseReference about,
        String opinionId,
        String by,
        @Nullable String actingFor,
        List<String> documents)
        implements CaseEvent {
    public OpinionGiven {
        documents = List.copyOf(documents);
    }

    @Override
    public String eventType() {
        return "cases.opinion-given";
    }
}
