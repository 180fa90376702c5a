package org.oneseal.platform.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The clock of tests: runs with the system until it is set, stands still from then on. */
public final class MovableClock implements InstantSource {

    private volatile @Nullable Instant fixed;

    @Override
    public Instant instant() {
        Instant set = fixed;
        return set == null ? Instant.now() : set;
    }

    public void setTo(Instant instant) {
        fixed = instant;
    }

    public void advance(Duration duration) {
        fixed = instant().plus(duration);
    }

    /** Lets it run with the system again. */
    public void release() {
        fixed = null;
    }
}
