package org.oneseal.supervision.schedule;

import java.time.InstantSource;
import org.oneseal.supervision.retrospect.JudgeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Judges logs that were taken in, on a thread of its own kind: the sweep never waits for one. */
@Configuration(proxyBeanMethods = false)
class RetrospectTimer {

    private static final Logger log = LoggerFactory.getLogger(RetrospectTimer.class);

    private final JudgeLog judgeLog;
    private final InstantSource time;

    RetrospectTimer(JudgeLog judgeLog, InstantSource time) {
        this.judgeLog = judgeLog;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${oneseal.supervision.retrospect:PT1S}")
    void beat() {
        try {
            while (judgeLog.judge(time.instant()).isPresent()) {
                log.info("A log was judged");
            }
        } catch (JudgeLog.Failed e) {
            log.warn("A log cannot be judged", e);
            judgeLog.fail(e, time.instant());
        } catch (RuntimeException e) {
            log.warn("Logs wait for the next beat: {}", e.toString());
        }
    }
}
