package org.oneseal.catalog.powers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** All powers with their versions. */
public interface Powers {

    Optional<Power> find(String code);

    /**
     * Stores a new power with its first history entry.
     *
     * @throws org.oneseal.platform.web.StaleVersion if the code is taken
     */
    void add(Power power);

    /**
     * Stores what became of a power.
     *
     * @param expected version it was read at
     * @throws org.oneseal.platform.web.StaleVersion if someone else was faster
     */
    void save(Power power, long expected);

    /** Powers in order of their code. */
    List<Line> list(Search search);

    /**
     * What is looked for.
     *
     * @param within powers of this region and below it, null for any
     * @param draftsWithin also powers never published, of this region and below; null for none
     * @param after code of the last one seen, empty from the start
     */
    record Search(
            @Nullable RegionCode within,
            @Nullable String department,
            @Nullable String itemType,
            @Nullable RegionCode draftsWithin,
            String after,
            int limit) {}

    /**
     * One line of a list of powers.
     *
     * @param latest number of the last published version, 0 before the first
     * @param edited whether a draft of it is in the making
     */
    record Line(
            String code,
            String name,
            String itemType,
            String region,
            String department,
            int latest,
            boolean edited,
            long version) {}
}
