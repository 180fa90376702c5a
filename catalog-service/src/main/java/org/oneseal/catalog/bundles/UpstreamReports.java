package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports on upper levels' lists, with the bundles they are of. */
public interface UpstreamReports {

    /**
     * Stores a report with its bundle, unless another one follows the same already: then false.
     *
     * @param previous id of the report before it, empty for the first
     */
    boolean add(UpstreamReport report, String bundle, String previous);

    Optional<UpstreamReport> find(String id);

    String bundle(String id);

    /** Stores how an open one was settled; false if somebody was faster. */
    boolean settle(UpstreamReport report);

    /** Newest first. */
    List<UpstreamReport> list(String upstream, String before, int limit);

    /** The one that no other follows. */
    Optional<UpstreamReport> last(String upstream);

    /** When it was looked at last, and what kept it from being read; null for nothing. */
    void looked(String upstream, Instant at, @Nullable String failure);

    Optional<Look> look(String upstream);

    /** The last look. */
    record Look(Instant at, @Nullable String failure) {}
}
