package org.oneseal.platform.messaging;

import java.time.Duration;

/**
 * A while in which this replica's relay is silent: whoever writes much in an instant has the
 * processors to itself and tells of it afterwards. What is written waits in the outbox; the
 * intermission ends by itself if it takes too long.
 */
public final class Intermission {

    private final long longest;
    private int writers;
    private long endsAt;

    Intermission(Duration longest) {
        this.longest = longest.toNanos();
    }

    /** Begins one, or joins the one that is on, until the end is closed. */
    public synchronized End begin() {
        if (writers++ == 0) endsAt = System.nanoTime() + longest;
        return new End();
    }

    synchronized boolean isOn() {
        return writers > 0 && System.nanoTime() - endsAt < 0;
    }

    private synchronized void leave() {
        writers--;
    }

    /** The end of one writer's part; to be closed once. */
    public final class End implements AutoCloseable {

        private End() {}

        @Override
        public void close() {
            leave();
        }
    }
}
