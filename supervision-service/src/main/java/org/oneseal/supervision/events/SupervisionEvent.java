package org.oneseal.supervision.events;

/** An event on {@code oneseal.supervision.v1}; its key is the card's id. */
public sealed interface SupervisionEvent
        permits CardIssued,
                CardAcknowledged,
                CardRectified,
                CardAppealed,
                CardUpheld,
                CardRevoked,
                CardClosed,
                CardRevocationProposed,
                CardRevocationWithdrawn {

    /** Short type such as {@code supervision.card-issued}. */
    String type();
}
