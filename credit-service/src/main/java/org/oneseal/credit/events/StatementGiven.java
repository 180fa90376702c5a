package org.oneseal.credit.events;

/** The party has stated its view (陈述申辩). */
public record StatementGiven(
        ListingReference listing,
        String statementId,
        boolean onPaper,
        boolean conclusive,
        String textDigest)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.statement-given";
    }
}
