package org.oneseal.cases.schedule;

import java.time.Duration;
import java.time.InstantSource;
import org.oneseal.cases.documents.Uploads;
import org.oneseal.cases.filing.ForgetDrafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives up uploads that nobody finished for a week, and drafts that nobody touched for as long as
 * they are kept.
 */
@Component
class UploadTimer {

    private static final Logger log = LoggerFactory.getLogger(UploadTimer.class);
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Uploads uploads;
    private final ForgetDrafts drafts;
    private final InstantSource time;

    UploadTimer(Uploads uploads, ForgetDrafts drafts, InstantSource time) {
        this.uploads = uploads;
        this.drafts = drafts;
        this.time = time;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void giveUp() {
        int given = uploads.giveUp(time.instant().minus(PATIENCE));
        if (given > 0) log.info("{} uploads that were never finished are gone", given);
        int forgotten = drafts.forget(time.instant());
        if (forgotten > 0) log.info("{} drafts that nobody touched are gone", forgotten);
    }
}
