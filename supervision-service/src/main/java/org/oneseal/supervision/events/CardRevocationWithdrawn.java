package org.oneseal.supervision.events;

/** The facts support the card again before anybody decided. */
public record CardRevocationWithdrawn(CardRef card) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-revocation-withdrawn";
    }
}
