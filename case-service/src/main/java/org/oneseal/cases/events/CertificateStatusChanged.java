package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of a certificate changed (证照状态), with the ground and the reason. */
public record CertificateStatusChanged(
        @JsonProperty("case") CaseReference about,
        String certificateId,
        String before,
        String status,
        String statusCode,
        String ground,
        String reason,
        String changedBy)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.certificate-status-changed";
    }
}
