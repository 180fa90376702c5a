package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What happened to a case, as other services read it on oneseal.cases.v1. Additive changes only.
 */
public sealed interface CaseEvent
        permits CaseSubmitted,
                CasePromised,
                PromiseFulfilled,
                PromiseOverdue,
                CaseAccepted,
                CaseDeemedAccepted,
                CaseNotAccepted,
                CorrectionRequested,
                CaseCorrected,
                StepStarted,
                StepCompleted,
                CaseSuspended,
                CaseResumed,
                CaseExtended,
                CaseRebased,
                CaseDecided,
                CertificateIssued,
                CaseFinished,
                CaseDelivered,
                CaseWithdrawn,
                CaseReturned,
                CaseAssigned,
                StepReturned,
                OpinionGiven,
                ExtensionRequested,
                ExtensionRefused,
                CoSignRequested,
                CoSigned,
                ConsultationRequested,
                ConsultationAnswered,
                ConsultationOverdue,
                ConsultationWithdrawn,
                SupplementRequested,
                CaseSupplemented,
                CorrectedOnTheSpot {

    CaseReference about();

    /**
     * Last two segments of the event type: {@code cases.accepted} for org.oneseal.cases.accepted.
     */
    @JsonIgnore
    String eventType();
}
