package org.oneseal.cases.promises;

/** How a promise stands; derived, never stored as truth. */
public enum PromiseState {
    /** Something may still follow in time. */
    OPEN,
    /** Everything was handed in, in time or late. */
    FULFILLED,
    /** Something is due and not there. */
    OVERDUE,
    /** The case came to nothing, so nothing is owed. */
    VOID
}
