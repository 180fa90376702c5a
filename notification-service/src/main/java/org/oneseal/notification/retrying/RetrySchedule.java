package org.oneseal.notification.retrying;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before each further try, and when to stop calling.
 *
 * @param waits by number of tries made; none left means giving up
 * @param jitterPercent at most so much is added, so that not all come back at once
 * @param pauseAfter failing for so long without one success is persistent
 * @param pauseAtRefusals so many refusals without one success are too
 */
public record RetrySchedule(
        List<Duration> waits, int jitterPercent, Duration pauseAfter, int pauseAtRefusals) {

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** The wait after that many tries; empty when it is time to give up. */
    public Optional<Duration> after(int attempts, RandomGenerator random) {
        if (attempts < 1 || attempts > waits.size()) return Optional.empty();
        Duration wait = waits.get(attempts - 1);
        long most = wait.toMillis() * jitterPercent / 100;
        return Optional.of(wait.plusMillis(most <= 0 ? 0 : random.nextLong(most + 1)));
    }

    /** The whole of it, without jitter. */
    public Duration span() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
