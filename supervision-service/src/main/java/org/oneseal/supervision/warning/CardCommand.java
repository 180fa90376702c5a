package org.oneseal.supervision.warning;

import org.jspecify.annotations.Nullable;

/**
 * An action of a person on a card.
 *
 * @param actor subject of the person's token
 * @param reason said in words, null where none is needed
 * @param cause why without an appeal: {@code FORCE_MAJEURE}, {@code SYSTEM_OUTAGE} or {@code
 *     LATE_FACT}
 */
public record CardCommand(
        CardAction action, String actor, @Nullable String reason, @Nullable String cause) {}
