package org.oneseal.supervision.warning;

/** What people do with a card. */
public enum CardAction {
    /** Issues a card that is held. */
    ISSUE,
    /** Says that a card that is held is not to be issued. */
    DISMISS,
    ACKNOWLEDGE,
    RECTIFY,
    APPEAL,
    UPHOLD,
    REVOKE,
    CLOSE
}
