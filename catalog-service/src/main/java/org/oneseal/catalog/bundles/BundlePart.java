package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/** One kind of thing that travels in bundles; parts are taken over in the order of their rank. */
public interface BundlePart {

    String name();

    int rank();

    /** What there is of a region and below it, as it counts today. */
    List<JsonNode> lines(RegionCode region, Instant now);

    /** Takes lines over in the caller's transaction, and says what became of each. */
    List<BundleLine> take(List<JsonNode> lines, RegionCode region, Actor actor, Instant now);
}
