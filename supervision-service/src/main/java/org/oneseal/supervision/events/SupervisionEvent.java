package org.oneseal.supervision.events;

/**
 * An event on {@code oneseal.supervision.v1}; its key is the id of the card, of the rule's version
 * or of the term.
 */
public sealed interface SupervisionEvent
        permits CardIssued,
                CardAcknowledged,
                CardRectified,
                CardAppealed,
                CardUpheld,
                CardRevoked,
                CardClosed,
                CardRevocationProposed,
                CardRevocationWithdrawn,
                CardDismissed,
                RuleSet,
                RuleEnded,
                TermSet {

    /** Short type such as {@code supervision.card-issued}. */
    String type();
}
