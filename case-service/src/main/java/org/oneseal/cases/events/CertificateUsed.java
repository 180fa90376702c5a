package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A certificate was used in place of a material, or shown for a purpose (证照复用). */
public record CertificateUsed(
        @JsonProperty("case") CaseReference about,
        String certificateId,
        @Nullable String usedInCase,
        String purpose,
        String consentBy,
        String usedBy,
        String client)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.certificate-used";
    }
}
