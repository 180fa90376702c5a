package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * What an upper level's list has that this one has not, for editors to settle. Nothing is taken
 * over by itself.
 *
 * @param content digest of what the list says: the same list is told once
 * @param lines that are new, changed, refused or gone
 * @param settledBy opaque id of who settled it, null while it is open
 */
public record UpstreamReport(
        String id,
        String upstream,
        RegionCode region,
        Instant seenAt,
        String content,
        State state,
        List<BundleLine> lines,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String note) {

    /** Whether somebody has settled it, and how. */
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        ADOPTED
    }

    public UpstreamReport {
        lines = List.copyOf(lines);
    }

    UpstreamReport settled(State how, String by, Instant at, @Nullable String why) {
        return new UpstreamReport(id, upstream, region, seenAt, content, how, lines, by, at, why);
    }
}
