package org.oneseal.supervision.events;

/** The department has seen the card (签收). */
public record CardAcknowledged(CardRef card, String by) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-acknowledged";
    }
}
