package org.oneseal.supervision.events;

/** The department appeals against the card (申诉). */
public record CardAppealed(CardRef card, String by, String reason) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-appealed";
    }
}
