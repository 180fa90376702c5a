package org.oneseal.supervision.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.supervision.supervising.Reexamine;
import org.oneseal.supervision.supervising.Sweep;
import org.oneseal.supervision.warning.Colour;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sweeps every moment, the gravest colour first. It waits while the topics are still being read
 * from the beginning: what is not known yet can't be judged.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SupervisionProperties.class)
class SweepTimer {

    private static final Logger log = LoggerFactory.getLogger(SweepTimer.class);
    private static final List<String> NEEDED = List.of("calendars", "items", "cases");

    private final Sweep sweep;
    private final Reexamine reexamine;
    private final Subscriptions subscriptions;
    private final InstantSource time;
    private final SupervisionProperties properties;

    SweepTimer(
            Sweep sweep,
            Reexamine reexamine,
            Subscriptions subscriptions,
            InstantSource time,
            SupervisionProperties properties) {
        this.sweep = sweep;
        this.reexamine = reexamine;
        this.subscriptions = subscriptions;
        this.time = time;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${oneseal.supervision.beat:PT0.25S}")
    void beat() {
        try {
            if (!NEEDED.stream().allMatch(subscriptions::isCaughtUp)) return;
            Instant now = time.instant();
            while (reexamine.reexamine(now, properties.batch()) > 0) {
                now = time.instant();
            }
            sweep.release(now.minus(properties.settle()));
            for (Colour colour : List.of(Colour.RED, Colour.YELLOW, Colour.BLUE)) {
                while (sweep.sweep(colour, now, properties.batch()) == properties.batch()) {
                    now = time.instant();
                }
            }
        } catch (RuntimeException e) {
            log.warn("The sweep pauses until the next beat: {}", e.toString());
        }
    }
}
