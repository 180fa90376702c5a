package org.oneseal.notification.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.retrying.RetrySchedule;
import org.oneseal.notification.retrying.RetrySchedules;
import org.oneseal.notification.webhooks.Deliveries.Head;
import org.oneseal.notification.webhooks.Deliveries.Health;
import org.oneseal.notification.webhooks.Deliveries.Lane;
import org.oneseal.platform.security.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a lane in order for as long as the other end takes it and the lease surely holds. */
@Component
class DeliverLane {

    private static final Logger log = LoggerFactory.getLogger(DeliverLane.class);
    private static final String CHANNEL = "WEBHOOK";
    private static final int MOST = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final RetrySchedules schedules;
    private final WrapEvent wrapEvent;
    private final Postman postman;
    private final ChangeWebhook changeWebhook;
    private final InstantSource time;

    DeliverLane(
            Webhooks webhooks,
            Deliveries deliveries,
            RetrySchedules schedules,
            WrapEvent wrapEvent,
            Postman postman,
            ChangeWebhook changeWebhook,
            InstantSource time) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.schedules = schedules;
        this.wrapEvent = wrapEvent;
        this.postman = postman;
        this.changeWebhook = changeWebhook;
        this.time = time;
    }

    /** Sends until the lane is empty, something fails, or half of the lease is used up. */
    void deliver(Lane lane, Duration lease) {
        long until = System.nanoTime() + lease.dividedBy(2).toNanos();
        for (int sent = 0; sent < MOST && System.nanoTime() < until; sent++) {
            // read each time: keys change, and whoever pauses means now
            Optional<Webhook> webhook = webhooks.byId(lane.webhook(), new Scope.Everywhere());
            Optional<Head> head = deliveries.head(lane);
            if (webhook.isEmpty() || webhook.get().state() != Webhook.State.ACTIVE) break;
            if (head.isEmpty() || !deliverOne(lane, webhook.get(), head.get())) break;
        }
        deliveries.release(lane, time.instant());
    }

    /** True if it was taken and the lane is still ours. */
    private boolean deliverOne(Lane lane, Webhook webhook, Head head) {
        Reply reply = postman.bring(wrapEvent.wrap(webhook, head.event(), time.instant()));
        Instant now = time.instant();
        return switch (reply) {
            case Reply.Taken(var status) -> deliveries.delivered(lane, head, status, now);
            case Reply.Failed failed -> {
                fail(lane, head, failed, now);
                yield false;
            }
            case Reply.Refused(var status, var reason) -> {
                refuse(lane, head, status, reason, now);
                yield false;
            }
        };
    }

    private void fail(Lane lane, Head head, Reply.Failed failed, Instant now) {
        RetrySchedule schedule = schedules.of(CHANNEL);
        Optional<Duration> wait = schedule.after(head.attempts() + 1, ThreadLocalRandom.current());
        Health health = deliveries.health(lane.webhook());
        Instant since = health.failingSince();
        boolean persistent = since != null && !since.plus(schedule.pauseAfter()).isAfter(now);
        if (wait.isEmpty() && !persistent) {
            deliveries.died(lane, head, failed.status(), "given up: " + failed.reason(), now);
            return;
        }
        log.info("Webhook {}: {} ({})", lane.webhook(), failed.reason(), head.attempts() + 1);
        Duration asked = asked(failed.retryAfter());
        deliveries.failed(
                lane,
                head,
                failed.status(),
                failed.reason(),
                now.plus(longer(wait.orElse(Duration.ZERO), asked)),
                rest(health.failures(), failed, asked, now),
                now);
        if (persistent) {
            changeWebhook.pauseItself(lane.webhook(), Webhook.PauseCause.FAILING, now);
        }
    }

    private void refuse(
            Lane lane, Head head, @Nullable Integer status, String reason, Instant now) {
        int refusals = deliveries.died(lane, head, status, reason, now);
        log.warn("Webhook {}: refused, a dead letter ({})", lane.webhook(), reason);
        if (status != null && status == 410) {
            changeWebhook.pauseItself(lane.webhook(), Webhook.PauseCause.GONE, now);
        } else if (refusals >= schedules.of(CHANNEL).pauseAtRefusals()) {
            changeWebhook.pauseItself(lane.webhook(), Webhook.PauseCause.REFUSING, now);
        }
    }

    /**
     * An end that cannot be reached rests as a whole, each time longer; one that fails a single
     * event goes on with the others; one that says for how long is obeyed.
     */
    private @Nullable Instant rest(int failures, Reply.Failed failed, Duration asked, Instant now) {
        Integer status = failed.status();
        if (status != null && status != 429 && status != 503) return null;
        Duration own = Duration.ofSeconds(1L << Math.min(failures, 12));
        Duration capped = own.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : own;
        return now.plus(longer(capped, asked));
    }

    private static Duration asked(@Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.isNegative()) return Duration.ZERO;
        return retryAfter.compareTo(Deliveries.LONGEST_REST) > 0
                ? Deliveries.LONGEST_REST
                : retryAfter;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
