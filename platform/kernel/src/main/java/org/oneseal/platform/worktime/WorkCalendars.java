package org.oneseal.platform.worktime;

import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** Where calendars come from: a service answers from what the catalog has published. */
@FunctionalInterface
public interface WorkCalendars {

    /** The calendar published for just this region, if it has its own. */
    Optional<WorkCalendar> publishedFor(RegionCode region);

    /**
     * The calendar that governs a region: its own, else its nearest ancestor's, else the nation's.
     *
     * @throws IllegalStateException when not even the nation has one
     */
    default WorkCalendar of(RegionCode region) {
        for (RegionCode at : region.ancestors().reversed()) {
            Optional<WorkCalendar> own = publishedFor(at);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return publishedFor(RegionCode.NATION)
                .orElseThrow(() -> new IllegalStateException("no calendar governs " + region));
    }
}
