package org.oneseal.catalog.resources;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.Ratio;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;

/** The entries of the directory. */
public interface DataResources {

    Optional<DataResource> find(String code);

    void add(DataResource resource);

    /**
     * Stores what became of it.
     *
     * @throws StaleVersion if it is no longer at the version
     */
    void save(DataResource resource, long expected);

    /** Entries in order of their code. */
    List<Line> list(Query query);

    /** How many entries each unit of a region and below it had to fill in on a day, and has. */
    List<Filled> filled(RegionCode within, LocalDate day);

    /**
     * Which entries.
     *
     * @param within of units of this region and below it
     * @param text part of the name, empty for any
     * @param share as on the day, null for any
     * @param filled whether they were filled in on the day, null for either
     * @param after code of the last one seen, empty from the start
     */
    record Query(
            @Nullable RegionCode within,
            @Nullable String department,
            String text,
            List<ShareKind> share,
            @Nullable Boolean filled,
            LocalDate day,
            String after,
            int limit) {}

    /**
     * An entry in a list.
     *
     * @param filledFrom first day on which it said anything, null where it is still due
     * @param said what counts on the day, null where nothing does
     */
    record Line(
            String code,
            RegionCode region,
            String department,
            String name,
            LocalDate dueFrom,
            @Nullable LocalDate filledFrom,
            @Nullable LocalDate withdrawnFrom,
            @Nullable ResourceContent said) {}

    /** A unit's entries: those it has filled in, of those that were due. */
    record Filled(String department, String name, long filled, long due) {

        public Optional<Ratio> rate() {
            return Ratio.of(filled, due);
        }
    }
}
