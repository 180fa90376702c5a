package org.oneseal.gateway.limits;

import java.time.Duration;
import org.oneseal.gateway.GatewaySettings.Rate;

/** Requests left to one client. Time is nanoseconds of a monotonic clock. */
final class TokenBucket {

    /** What became of one request; {@code untilNext} is zero when it was let through. */
    record Verdict(
            boolean allowed, int limit, int remaining, Duration untilNext, Duration untilFull) {}

    private final Rate rate;
    private double tokens;
    private long readAt;

    TokenBucket(Rate rate, long now) {
        this.rate = rate;
        this.tokens = rate.burst();
        this.readAt = now;
    }

    synchronized Verdict take(long now) {
        refill(now);
        boolean allowed = tokens >= 1;
        if (allowed) {
            tokens -= 1;
        }
        return new Verdict(
                allowed,
                rate.burst(),
                (int) tokens,
                allowed ? Duration.ZERO : wait(1 - tokens),
                wait(rate.burst() - tokens));
    }

    synchronized boolean isEmpty(long now) {
        refill(now);
        return tokens < 1;
    }

    private void refill(long now) {
        if (now > readAt) {
            tokens = Math.min(rate.burst(), tokens + (now - readAt) / 1e9 * rate.perSecond());
            readAt = now;
        }
    }

    private Duration wait(double missing) {
        return Duration.ofNanos((long) Math.ceil(missing / rate.perSecond() * 1e9));
    }
}
