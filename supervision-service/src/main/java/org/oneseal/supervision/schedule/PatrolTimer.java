package org.oneseal.supervision.schedule;

import java.time.InstantSource;
import java.util.Optional;
import org.oneseal.supervision.supervising.Patrol;
import org.oneseal.supervision.supervising.PatrolNight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks now and then whether a day is over whose cards were not drawn again yet. */
@Configuration(proxyBeanMethods = false)
class PatrolTimer {

    private static final Logger log = LoggerFactory.getLogger(PatrolTimer.class);

    private final PatrolNight patrolNight;
    private final InstantSource time;

    PatrolTimer(PatrolNight patrolNight, InstantSource time) {
        this.patrolNight = patrolNight;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${oneseal.supervision.patrol:PT1M}")
    void beat() {
        try {
            Optional<Patrol.Report> report;
            while ((report = patrolNight.patrol(time.instant())).isPresent()) tell(report.get());
        } catch (RuntimeException e) {
            log.warn("The patrol waits for the next beat: {}", e.toString());
        }
    }

    private static void tell(Patrol.Report report) {
        if (report.wrong().isEmpty()) {
            log.info("Patrol: {} cards of a day, all as drawn", report.cards());
        } else {
            log.warn("Patrol: {} of {} cards are wrong", report.wrong().size(), report.cards());
        }
    }
}
