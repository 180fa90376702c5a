package org.oneseal.catalog.regions;

import java.time.Instant;
import java.util.List;

/** Tells the other services which regions there are. */
public interface RegionAnnouncements {

    void listed(List<Region> regions, Instant at);
}
