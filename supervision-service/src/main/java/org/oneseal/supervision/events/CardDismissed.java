package org.oneseal.supervision.events;

/** A card that was drawn and held is never issued (取消). */
public record CardDismissed(CardRef card, String by, String reason) implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-dismissed";
    }
}
