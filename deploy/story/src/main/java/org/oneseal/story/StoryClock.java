package org.oneseal.story;

import java.time.Duration;
import java.time.Instant;

/** The time of the story, which is the platform's and may be another than this machine's. */
public interface StoryClock {

    Instant now();

    /** Returns when it is that time or later. */
    void awaitTime(Instant time);

    /** Runs as this machine's clock does, {@code offset} ahead of it: who waits really waits. */
    static StoryClock ahead(Duration offset) {
        return new StoryClock() {
            @Override
            public Instant now() {
                return Instant.now().plus(offset);
            }

            @Override
            public void awaitTime(Instant time) {
                Waiting.until(this::now, now -> !now.isBefore(time), "it is " + time);
            }
        };
    }
}
