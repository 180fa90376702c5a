package org.oneseal.supervision.watching;

/** Whether a watch still runs. */
public enum WatchState {
    OPEN,
    /** Open, but the clock stands still for a special procedure. */
    PAUSED,
    CLOSED
}
