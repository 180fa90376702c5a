package org.oneseal.supervision.events;

/**
 * An event on {@code oneseal.supervision.v1}; its key is the id of the card, of the rule's version,
 * of the term or of the matter.
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
                TermSet,
                MatterTold {

    /** Short type such as {@code supervision.card-issued}. */
    String type();
}
