package org.oneseal.catalog.regions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** A rule that holds in a region and below it, from a day on; a lower region's goes before. */
public interface Regional {

    /** Twelve digits, null for the whole country. */
    @Nullable String region();

    /** First day it holds, null where nobody knows it. */
    @Nullable LocalDate from();

    /** First day it no longer holds, null for no end. */
    @Nullable LocalDate until();

    default boolean holdsOn(LocalDate day) {
        LocalDate begin = from();
        LocalDate end = until();
        return (begin == null || !day.isBefore(begin)) && (end == null || day.isBefore(end));
    }

    private LocalDate since() {
        return Objects.requireNonNullElse(from(), LocalDate.MIN);
    }

    /** What governs a region on a day: the youngest rule of the nearest region that has one. */
    static <T extends Regional> Optional<T> governing(
            List<T> all, RegionCode region, LocalDate day) {
        Stream<String> upwards =
                Stream.concat(
                        region.ancestors().reversed().stream().map(RegionCode::value),
                        Stream.of("null"));
        return upwards.flatMap(
                        at ->
                                all.stream()
                                        .filter(rule -> at.equals(String.valueOf(rule.region())))
                                        .filter(rule -> rule.holdsOn(day))
                                        .max(Comparator.comparing(Regional::since))
                                        .stream())
                .findFirst();
    }
}
