package org.oneseal.supervision.warning;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a card stands in its loop (发牌、签收、整改、申诉、复核、归档). */
public enum CardState {
    ISSUED,
    ACKNOWLEDGED,
    RECTIFIED,
    APPEALED,
    UPHELD,
    REVOKED,
    CLOSED;

    private static final Map<CardState, Map<CardAction, CardState>> TABLE =
            Map.of(
                    ISSUED,
                            Map.of(
                                    CardAction.ACKNOWLEDGE, ACKNOWLEDGED,
                                    CardAction.APPEAL, APPEALED,
                                    CardAction.REVOKE, REVOKED),
                    ACKNOWLEDGED,
                            Map.of(
                                    CardAction.RECTIFY, RECTIFIED,
                                    CardAction.APPEAL, APPEALED,
                                    CardAction.REVOKE, REVOKED),
                    RECTIFIED,
                            Map.of(
                                    CardAction.CLOSE, CLOSED,
                                    CardAction.REVOKE, REVOKED),
                    APPEALED,
                            Map.of(
                                    CardAction.UPHOLD, UPHELD,
                                    CardAction.REVOKE, REVOKED),
                    UPHELD,
                            Map.of(
                                    CardAction.RECTIFY, RECTIFIED,
                                    CardAction.CLOSE, CLOSED,
                                    CardAction.REVOKE, REVOKED),
                    REVOKED, Map.of(CardAction.CLOSE, CLOSED),
                    CLOSED, Map.of());

    /** The state after the action, null where the table has none. */
    @Nullable CardState after(CardAction action) {
        return TABLE.getOrDefault(this, Map.of()).get(action);
    }
}
