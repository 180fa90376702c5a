package org.oneseal.supervision.warning;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a card stands in its loop (发牌、签收、整改、申诉、复核、归档). */
public enum CardState {
    /** 待发: drawn, and held until the office opens or a supervisor decides. */
    PENDING,
    /** 取消: drawn and never issued. */
    DISMISSED,
    ISSUED,
    ACKNOWLEDGED,
    RECTIFIED,
    APPEALED,
    UPHELD,
    REVOKED,
    CLOSED;

    private static final Map<CardState, Map<CardAction, CardState>> TABLE =
            Map.of(
                    PENDING,
                            Map.of(
                                    CardAction.ISSUE, ISSUED,
                                    CardAction.DISMISS, DISMISSED),
                    DISMISSED, Map.of(),
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

    /** Whether the department knows of the card. */
    public boolean isIssued() {
        return this != PENDING && this != DISMISSED;
    }

    /** The state after the action, null where the table has none. */
    @Nullable CardState after(CardAction action) {
        return TABLE.getOrDefault(this, Map.of()).get(action);
    }
}
