package org.oneseal.catalog.packages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** All packages with their versions. */
public interface Packages {

    Optional<ServicePackage> find(String code);

    /**
     * Stores a new package with its first history entry.
     *
     * @throws org.oneseal.platform.web.StaleVersion if the code is taken
     */
    void add(ServicePackage added);

    /**
     * Stores what became of a package.
     *
     * @throws org.oneseal.platform.web.StaleVersion if someone else was faster
     */
    void save(ServicePackage changed, long expected);

    /** Packages in order of their code that match. */
    List<Line> list(Search search);

    /** Codes of packages of which a planned version is to take effect, locked. */
    List<String> switchesDue(LocalDate today, int limit);

    /** Codes of published packages in order, for announcing all of them again. */
    List<String> publishedAfter(String code, int limit);

    /** Codes of the published packages of a region and below it, in order. */
    List<String> publishedWithin(RegionCode region);

    /**
     * What is looked for.
     *
     * @param region where someone is: packages of this region and of those above it
     * @param item code of an item that is in it
     * @param draftsWithin also those never published, of this region and below it; null for none
     * @param after code of the last one seen, empty from the start
     */
    record Search(
            @Nullable RegionCode region,
            @Nullable String item,
            @Nullable RegionCode draftsWithin,
            String after,
            int limit) {}

    /**
     * One line of a list.
     *
     * @param latest number of the last published version, 0 before the first
     */
    record Line(
            String code,
            String name,
            String region,
            String department,
            PackageStatus status,
            int latest,
            List<String> items,
            long version) {}
}
