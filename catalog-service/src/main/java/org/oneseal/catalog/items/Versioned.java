package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/**
 * What is published in versions: an item, a power, a package, a data resource.
 *
 * @param <V> a version of it
 */
public interface Versioned<V extends PublishedVersion<?>> {

    String code();

    /** Where it counts; the editors there and above change it. */
    RegionCode region();

    /** Code of the department that answers for it. */
    String department();

    /** Oldest first. */
    List<V> versions();

    /** Of the aggregate, one a history entry. */
    long version();

    /** End of its history. */
    String chainHead();

    default boolean published() {
        return !versions().isEmpty();
    }

    default Optional<V> latest() {
        return published() ? Optional.of(versions().getLast()) : Optional.empty();
    }

    default Optional<V> numbered(int number) {
        return versions().stream().filter(v -> v.number() == number).findFirst();
    }

    /** The highest whose first day is reached on a day, whether or not it has ended by then. */
    default Optional<V> reached(LocalDate day) {
        return versions().stream()
                .filter(v -> !v.effectiveFrom().isAfter(day))
                .reduce((_, later) -> later);
    }
}
