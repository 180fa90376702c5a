package org.oneseal.supervision.events;

/** The appeal was reviewed and the card stands (维持). */
public record CardUpheld(CardRef card, String by, String reason) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-upheld";
    }
}
