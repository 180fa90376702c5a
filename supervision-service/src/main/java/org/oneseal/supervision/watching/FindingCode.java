package org.oneseal.supervision.watching;

/** What supervision notices in the facts of a case without drawing a card for it. */
public enum FindingCode {
    /** The sender's due date differs from the one derived here. */
    DUE_DISAGREES,
    /** A source declares a later due date than the item and the calendar give. */
    DECLARED_LATER,
    /** A fact was reported more than a working day after it happened. */
    LATE_REPORT,
    /** Something happened after the end. */
    AFTER_END,
    /** The end lies before the start. */
    END_BEFORE_START,
    /** A due date rests on a year without a decree. */
    PROVISIONAL
}
