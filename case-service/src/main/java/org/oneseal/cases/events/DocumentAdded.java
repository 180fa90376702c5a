package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A document was added to the case: known by its digest, never by its name. */
public record DocumentAdded(
        @JsonProperty("case") CaseReference about,
        String documentId,
        @Nullable String material,
        String mediaType,
        long size,
        String digest,
        String scan,
        String source,
        @Nullable String sourceId,
        @Nullable String purpose,
        @Nullable String consentBy)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.document-added";
    }
}
