package org.oneseal.supervision.events;

/** The loop is closed (归档). */
public record CardClosed(CardRef card, String by) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-closed";
    }
}
