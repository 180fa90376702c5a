package org.oneseal.supervision.messaging;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Sources;

/** A department's system as the case service registers it. */
record FromSource(
        String source,
        long version,
        String region,
        Set<String> departments,
        @Nullable Set<String> items,
        int quotaPerMinute) {

    private static final String NAME = "source-registered";

    static boolean isOne(IncomingEvent event) {
        return event.name().equals(NAME);
    }

    static Sources.Source read(IncomingEvent event) {
        FromSource told = event.as(FromSource.class);
        return new Sources.Source(
                told.source(),
                told.version(),
                new RegionCode(told.region()),
                told.departments(),
                told.items() == null ? Set.of() : told.items(),
                Instants.kept(event.time()),
                told.quotaPerMinute());
    }
}
