package org.oneseal.cases.exchange;

/** What is odd about something that was fed; told with the event, never a reason to lose it. */
enum Finding {
    AFTER_END,
    END_BEFORE_START,
    /** Reported more than one working day after it happened; only where working days count. */
    LATE_REPORT,
    /** The source declares a later due date than the law gives. */
    DECLARED_LATER,
    /** A suspension of a kind that the item does not list. */
    SUSPENSION_NOT_LISTED
}
