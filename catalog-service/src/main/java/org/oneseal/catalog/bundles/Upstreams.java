package org.oneseal.catalog.bundles;

import java.util.List;
import java.util.Optional;

/** The upper levels' lists that are watched; only addresses that an operator allowed are called. */
public interface Upstreams {

    List<Upstream> all();

    Fetched fetch(Upstream upstream);

    default Optional<Upstream> named(String name) {
        return all().stream().filter(upstream -> upstream.name().equals(name)).findFirst();
    }

    /** What came of looking. */
    sealed interface Fetched {

        record Got(String text) implements Fetched {}

        /** Nothing, and why: for operators. */
        record Failed(String reason) implements Fetched {}
    }
}
