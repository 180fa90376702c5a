package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps rounds apart that could each do little: one that comes after a pause goes at once, one that
 * follows closely waits until more has come together. Of one thread.
 */
final class Pace {

    private final long nanos;
    private long nextAt = System.nanoTime();

    Pace(Duration apart) {
        this.nanos = apart.toNanos();
    }

    /** Waits until the next round may begin; true if it had to. Ends early when unparked. */
    boolean await() {
        long wait = nextAt - System.nanoTime();
        if (wait > 0) LockSupport.parkNanos(wait);
        return wait > 0;
    }

    /** A round begins. */
    void begin() {
        nextAt = System.nanoTime() + nanos;
    }
}
