package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A paper of the case was printed and kept (文书); its files are known by their digests. */
public record PaperIssued(
        @JsonProperty("case") CaseReference about,
        String paperId,
        String kind,
        String number,
        @Nullable String verifyCodeHash,
        String pdfDigest,
        String ofdDigest,
        Instant issuedAt)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.paper-issued";
    }
}
