package org.oneseal.supervision.events;

/** A late fact or a decree no longer supports the card; a person decides. */
public record CardRevocationProposed(CardRef card, String cause) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-revocation-proposed";
    }
}
