package org.oneseal.credit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Dossier;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.listing.SafetyField;

/** The bodies that are sent about listings. */
final class ListingRequests {

    private ListingRequests() {}

    /**
     * A proposal.
     *
     * @param kind code of the kind of list
     * @param facts what was done, as the public will read it
     * @param ground the document that establishes it
     */
    record ProposalRequest(
            @NotBlank @Size(max = 60) String kind,
            @NotNull @Valid SubjectRequest subject,
            @NotBlank @Size(max = 2000) String facts,
            @NotBlank @Size(max = 300) String ground,
            @Nullable Set<SafetyField> fields) {}

    /**
     * Whom it is about.
     *
     * @param uscc of an organisation
     * @param party whose token may speak for the subject; of a person it is the subject
     */
    record SubjectRequest(
            ListedSubject.@NotNull Kind kind,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 18) String uscc,
            @Nullable @Size(max = 80) String party) {}

    /**
     * A decision.
     *
     * @param answer to the party's statements, needed where there are any
     */
    record ListingDecisionRequest(
            @NotNull Boolean list,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(max = 4000) String answer) {}

    /** A statement; a conclusive one says that nothing else will follow. */
    record StatementRequest(
            @NotBlank @Size(max = 8000) String text, @Nullable Boolean conclusive) {}

    record DisputeRequest(@NotBlank @Size(max = 8000) String text) {}

    /** The answer to a dispute; facts, ground and last day only where it amends. */
    record DisputeAnswerRequest(
            Dossier.@NotNull Verdict verdict,
            @NotBlank @Size(max = 4000) String reason,
            @Nullable @Size(min = 1, max = 2000) String facts,
            @Nullable @Size(min = 1, max = 300) String ground,
            @Nullable LocalDate lastDay) {}

    /**
     * An application for repair.
     *
     * @param promise the public credit promise
     * @param remedied how behaviour was corrected and duties were fulfilled
     */
    record RepairRequest(
            @Nullable @Size(max = 4000) String promise,
            @NotBlank @Size(max = 8000) String remedied) {}

    record RepairAnswerRequest(
            @NotNull Boolean granted,
            @NotNull Boolean dutiesFulfilled,
            @NotBlank @Size(max = 4000) String reason) {}

    record RevocationRequest(@NotBlank @Size(max = 2000) String reason) {}
}
