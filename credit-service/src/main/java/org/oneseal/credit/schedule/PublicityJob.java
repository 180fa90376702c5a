package org.oneseal.credit.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.oneseal.credit.publicity.PublishAwaiting;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes what waits, in small transactions, until nothing waits; replicas share the work. */
@Component
class PublicityJob {

    private static final int BATCH = 200;

    private final PublishAwaiting awaiting;
    private final InstantSource time;
    private final Counter published;

    PublicityJob(PublishAwaiting awaiting, InstantSource time, MeterRegistry metrics) {
        this.awaiting = awaiting;
        this.time = time;
        this.published =
                Counter.builder("oneseal.publicity.published")
                        .description("records opened to the public by the job")
                        .register(metrics);
    }

    @Scheduled(fixedDelayString = "${oneseal.credit.publicity-job:1s}")
    void run() {
        int done;
        do {
            done = awaiting.publish(BATCH, time.instant());
            published.increment(done);
        } while (done == BATCH);
    }
}
