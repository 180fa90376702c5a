package org.oneseal.catalog.indicators;

import org.jspecify.annotations.Nullable;

/**
 * A matter of the basic directory that a body should handle, and how far it has come.
 *
 * @param reason why it was declined, null otherwise
 * @param entry code of the item or power that the body has published of it, null where there is
 *     none
 */
public record ClaimedMatter(
        String department,
        String basicCode,
        String name,
        String itemType,
        State state,
        @Nullable String reason,
        @Nullable String entry) {

    /** Not yet said, not claimed and why, claimed, or published. */
    public enum State {
        UNCLAIMED,
        DECLINED,
        CLAIMED,
        FILLED
    }

    public boolean claimed() {
        return state == State.CLAIMED || state == State.FILLED;
    }

    public boolean filled() {
        return state == State.FILLED;
    }
}
