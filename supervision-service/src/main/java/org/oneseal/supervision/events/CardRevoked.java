package org.oneseal.supervision.events;

import org.jspecify.annotations.Nullable;

/**
 * A card was taken back (撤销).
 *
 * @param cause {@code LATE_FACT}, {@code FORCE_MAJEURE}, {@code SYSTEM_OUTAGE}; null after an
 *     appeal
 */
public record CardRevoked(CardRef card, String by, String reason, @Nullable String cause)
        implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.card-revoked";
    }
}
