package org.oneseal.platform.calendars;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** A use case that moves due dates when a calendar has changed; declare it as a bean. */
@FunctionalInterface
public interface CalendarFollower {

    /**
     * Runs in the transaction that keeps the new years.
     *
     * @param region whose calendar changed; all that lies in it may be concerned
     * @param decree what changed it, null where none did
     */
    void follow(RegionCode region, @Nullable String decree, Instant now);
}
