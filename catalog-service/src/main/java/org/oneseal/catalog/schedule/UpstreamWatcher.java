package org.oneseal.catalog.schedule;

import java.time.InstantSource;
import org.oneseal.catalog.bundles.WatchUpstreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at upper levels' lists from time to time. */
@Component
class UpstreamWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamWatcher.class);

    private final WatchUpstreams watch;
    private final InstantSource time;

    UpstreamWatcher(WatchUpstreams watch, InstantSource time) {
        this.watch = watch;
        this.time = time;
    }

    @Scheduled(
            fixedDelayString = "${oneseal.catalog.watch.every:PT1H}",
            initialDelayString = "${oneseal.catalog.watch.first:PT1M}")
    void look() {
        int found = watch.look(time.instant());
        if (found > 0)
            LOG.warn("{} lists of upper levels have changed: editors settle them", found);
    }
}
