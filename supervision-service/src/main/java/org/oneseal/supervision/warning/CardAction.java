package org.oneseal.supervision.warning;

/** What people do with a card. */
public enum CardAction {
    ACKNOWLEDGE,
    RECTIFY,
    APPEAL,
    UPHOLD,
    REVOKE,
    CLOSE
}
