package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The certificate is out (颁证); of its verify code only the digest is told. */
public record CertificateIssued(
        @JsonProperty("case") CaseReference about,
        String certificateId,
        String number,
        String verifyCodeHash,
        String type,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.certificate-issued";
    }
}
