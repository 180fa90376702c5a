package org.oneseal.catalog.regions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/** The regions that are listed. */
public interface Regions {

    Optional<Region> find(RegionCode code);

    /**
     * Regions in order of their code.
     *
     * @param parent only those directly below, null for all
     * @param after code of the last one seen, empty from the start
     */
    List<Region> list(
            @Nullable RegionCode parent, @Nullable RegionLevel level, String after, int limit);

    void save(List<Region> regions);
}
