package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What happened to something that belongs to a case: a paper, a document, a certificate. Each has a
 * chain of its own, so that a document added does not make the case itself stale.
 */
public sealed interface DossierEvent
        permits PaperIssued,
                CertificateStatusChanged,
                CertificateReplaced,
                CertificateUsed,
                DocumentAdded,
                ResultAcknowledged,
                CaseFiled {

    CaseReference about();

    @JsonIgnore
    String eventType();
}
