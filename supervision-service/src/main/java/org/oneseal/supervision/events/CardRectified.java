package org.oneseal.supervision.events;

/** The department says what it put right (整改). */
public record CardRectified(CardRef card, String by, String measures) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-rectified";
    }
}
