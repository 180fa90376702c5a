package org.oneseal.notification.webhooks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.oneseal.notification.webhooks.Deliveries.Lane;
import org.oneseal.platform.security.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One round of bringing: lays out what is new, takes lanes that are due and sends them side by
 * side. Any number of replicas may do so at once; a lane belongs to one of them for the length of a
 * lease, and to another if that one dies.
 */
@Component
public class DispatchWebhooks implements DisposableBean {

    /** Much longer than a call may take. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    private static final Logger log = LoggerFactory.getLogger(DispatchWebhooks.class);
    private static final int BATCH = 500;
    private static final int LANES = 6;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliverLane deliverLane;
    private final InstantSource time;
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    DispatchWebhooks(
            Webhooks webhooks, Deliveries deliveries, DeliverLane deliverLane, InstantSource time) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.deliverLane = deliverLane;
        this.time = time;
    }

    /** Starts what is due and returns at once; what is under way goes on. */
    public void dispatch() {
        for (String id : deliveries.active()) layOut(id);
        for (String id : deliveries.due(time.instant())) send(id);
    }

    private void layOut(String id) {
        webhooks.byId(id, new Scope.Everywhere())
                .ifPresent(
                        webhook -> {
                            int passed = BATCH;
                            while (passed == BATCH) {
                                passed = deliveries.layOut(webhook, BATCH, time.instant());
                            }
                        });
    }

    /** A slow subscriber fills its own lanes only. */
    private void send(String id) {
        Semaphore free = lanes.computeIfAbsent(id, _ -> new Semaphore(LANES));
        int count = free.drainPermits();
        if (count == 0) return;
        List<Lane> claimed = List.of();
        try {
            claimed = deliveries.claim(id, count, time.instant(), time.instant().plus(LEASE));
        } finally {
            free.release(count - claimed.size());
        }
        for (Lane lane : claimed) {
            senders.execute(
                    () -> {
                        try {
                            deliverLane.deliver(lane, LEASE);
                        } catch (RuntimeException e) {
                            log.warn("Webhook {}: left until its lease ends: {}", id, e.toString());
                        } finally {
                            Objects.requireNonNull(lanes.get(id)).release();
                        }
                    });
        }
    }

    /** Lets calls under way end. */
    @Override
    public void destroy() {
        senders.close();
    }
}
