package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A certificate has a new version (证照变更); the one before has lapsed. */
public record CertificateReplaced(
        @JsonProperty("case") CaseReference about,
        String certificateId,
        String predecessor,
        String number,
        String verifyCodeHash,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String reason,
        String replacedBy)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.certificate-replaced";
    }
}
