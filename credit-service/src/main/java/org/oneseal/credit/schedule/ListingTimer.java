package org.oneseal.credit.schedule;

import java.time.InstantSource;
import org.oneseal.credit.listing.ExpireListings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends listings whose last day has passed, in small transactions; replicas share the work. */
@Component
class ListingTimer {

    private static final int BATCH = 100;

    private final ExpireListings expireListings;
    private final InstantSource time;

    ListingTimer(ExpireListings expireListings, InstantSource time) {
        this.expireListings = expireListings;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${oneseal.credit.listing-timer:5s}")
    void run() {
        int done;
        do {
            done = expireListings.expire(BATCH, time.instant());
        } while (done == BATCH);
    }
}
