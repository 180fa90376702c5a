package org.oneseal.gateway.admission;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.oneseal.gateway.GatewaySettings;

/**
 * What is under way at one service. The last quarter is kept for what goes on with work that has
 * begun: under pressure it is better to end ten cases than to begin twenty.
 */
final class Admission {

    private static final double SHARE_OF_BEGINNERS = 0.75;

    private final Limit limit;
    private final AtomicInteger underWay = new AtomicInteger();

    Admission(GatewaySettings.Admission settings) {
        this.limit =
                AIMDLimit.newBuilder()
                        .initialLimit(settings.initial())
                        .minLimit(settings.least())
                        .maxLimit(settings.most())
                        .timeout(settings.slow().toMillis(), TimeUnit.MILLISECONDS)
                        .build();
    }

    /**
     * @param begins whether the request begins something new
     * @return empty if it may not come in now; else it must be ended
     */
    Optional<Ticket> enter(boolean begins) {
        int allowed = begins ? (int) (limit() * SHARE_OF_BEGINNERS) : limit();
        while (true) {
            int now = underWay.get();
            if (now >= Math.max(1, allowed)) return Optional.empty();
            if (underWay.compareAndSet(now, now + 1)) {
                return Optional.of(new Ticket(System.nanoTime(), now + 1));
            }
        }
    }

    int limit() {
        return limit.getLimit();
    }

    int underWay() {
        return underWay.get();
    }

    /** One request that is under way. */
    final class Ticket {

        private final long begin;
        private final int beside;

        private Ticket(long begin, int beside) {
            this.begin = begin;
            this.beside = beside;
        }

        /** It was answered: how long that took says how much more there may be. */
        void answered() {
            answeredAfter(Duration.ofNanos(System.nanoTime() - begin));
        }

        /** For tests, whose time must not depend on the machine. */
        void answeredAfter(Duration duration) {
            underWay.decrementAndGet();
            limit.onSample(begin, duration.toNanos(), beside, false);
        }

        /** No answer came in time. */
        void lost() {
            underWay.decrementAndGet();
            limit.onSample(begin, System.nanoTime() - begin, beside, true);
        }

        /** It ended in a way that says nothing of the service: the sender went away, was slow. */
        void ended() {
            underWay.decrementAndGet();
        }
    }
}
