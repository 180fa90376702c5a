package org.oneseal.supervision.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.oneseal.platform.messaging.Intermission;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.supervision.measuring.FigureBook;
import org.oneseal.supervision.supervising.Escalate;
import org.oneseal.supervision.supervising.CountAgain;
import org.oneseal.supervision.supervising.Reexamine;
import org.oneseal.supervision.supervising.ReleaseCards;
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
    private static final List<String> NEEDED =
            List.of("calendars", "items", "cases", "publicity", "market");

    private static final int FOLDED = 20_000;

    private final Sweep sweep;
    private final Reexamine reexamine;
    private final CountAgain countAgain;
    private final ReleaseCards releaseCards;
    private final Escalate escalate;
    private final FigureBook figures;
    private final Subscriptions subscriptions;
    private final Intermission intermission;
    private final InstantSource time;
    private final SupervisionProperties properties;

    SweepTimer(
            Sweep sweep,
            Reexamine reexamine,
            CountAgain countAgain,
            ReleaseCards releaseCards,
            Escalate escalate,
            FigureBook figures,
            Subscriptions subscriptions,
            Intermission intermission,
            InstantSource time,
            SupervisionProperties properties) {
        this.sweep = sweep;
        this.reexamine = reexamine;
        this.countAgain = countAgain;
        this.releaseCards = releaseCards;
        this.escalate = escalate;
        this.figures = figures;
        this.subscriptions = subscriptions;
        this.intermission = intermission;
        this.time = time;
        this.properties = properties;
    }

    /** The rollups of the indicators follow the days. */
    @Scheduled(fixedDelayString = "${oneseal.supervision.fold:PT0.5S}")
    void fold() {
        try {
            while (figures.fold(FOLDED) == FOLDED) {
                log.debug("Many differences wait for the rollups");
            }
        } catch (RuntimeException e) {
            log.warn("Rollups wait for the next beat: {}", e.toString());
        }
    }

    @Scheduled(fixedDelayString = "${oneseal.supervision.beat:PT0.25S}")
    void beat() {
        try {
            if (!NEEDED.stream().allMatch(subscriptions::isCaughtUp)) return;
            Instant now = time.instant();
            while (reexamine.reexamine(now, properties.batch()) > 0) {
                now = time.instant();
            }
            while (countAgain.count(properties.batch()) > 0) {
                now = time.instant();
            }
            sweep.release(now.minus(properties.settle()));
            sweepAll();
            now = time.instant();
            while (releaseCards.release(now, properties.batch()) == properties.batch()) {
                now = time.instant();
            }
            while (escalate.escalate(now, properties.batch()) == properties.batch()) {
                now = time.instant();
            }
        } catch (RuntimeException e) {
            log.warn("The sweep pauses until the next beat: {}", e.toString());
        }
    }

    /** Cards first, telling of them after. */
    private void sweepAll() {
        Intermission.End end = intermission.begin();
        try {
            for (Colour colour : List.of(Colour.RED, Colour.YELLOW, Colour.BLUE)) sweep(colour);
        } finally {
            end.close();
        }
    }

    /** All that crosses now: together, where it is more than a batch. */
    private void sweep(Colour colour) {
        if (sweep.sweep(colour, time.instant(), properties.batch()) < properties.batch()) return;
        List<Future<?>> sweepers = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < properties.sweepers(); i++) {
                sweepers.add(together.submit(() -> sweepOn(colour)));
            }
        }
        for (Future<?> one : sweepers) {
            if (one.state() == Future.State.FAILED) {
                throw new IllegalStateException("a sweeper failed", one.exceptionNow());
            }
        }
    }

    /** To the end of what crosses; what another sweeper held on the way waits for the next beat. */
    private void sweepOn(Colour colour) {
        Sweep.Swept swept = new Sweep.Swept(properties.batch(), null);
        while (swept.watches() == properties.batch()) {
            swept = sweep.sweep(colour, time.instant(), swept.last(), properties.batch());
        }
    }
}
