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
    CLOSE;

    /** True for what the department does that got the card; the rest is for supervisors. */
    public boolean isOfDepartment() {
        return this == ACKNOWLEDGE || this == RECTIFY || this == APPEAL;
    }
}
