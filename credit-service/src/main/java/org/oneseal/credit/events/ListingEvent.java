package org.oneseal.credit.events;

/** What happened to a listing; texts of the party concerned travel as digests only. */
public sealed interface ListingEvent extends CreditEvent
        permits ListingProposed,
                ListingNoticed,
                StatementGiven,
                ListingDismissed,
                SubjectListed,
                DisputeRaised,
                DisputeAnswered,
                ListingCorrected,
                RepairApplied,
                RepairGranted,
                RepairRefused,
                SubjectDelisted {

    ListingReference listing();

    /**
     * What every event of a listing says about it.
     *
     * @param kind code of the kind of list
     * @param subject unified social credit code, or party id of a person
     * @param subjectKind ORGANISATION or PERSON
     * @param subjectName a mask for persons
     */
    record ListingReference(
            String listingId,
            String kind,
            String kindName,
            String subject,
            String subjectKind,
            String subjectName) {}
}
