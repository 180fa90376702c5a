package org.oneseal.catalog.resources;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;

/** Demands and their answers. */
public interface DataDemands {

    Optional<DataDemand> find(String id);

    void add(DataDemand demand);

    /**
     * Stores its answer.
     *
     * @throws StaleVersion if it is no longer at the version
     */
    void save(DataDemand demand, long expected);

    /** Demands in order of their id, which is that of their filing. */
    List<DataDemand> list(Query query);

    /**
     * Which demands.
     *
     * @param visible those within this region, null for those of {@code party} only
     * @param party code of the department that must be provider or asker, null for any
     * @param after id of the last one seen, empty from the start
     */
    record Query(
            @Nullable RegionCode visible,
            @Nullable String party,
            @Nullable String resource,
            @Nullable String provider,
            @Nullable String asker,
            @Nullable String item,
            DataDemand.@Nullable State state,
            String after,
            int limit) {}
}
