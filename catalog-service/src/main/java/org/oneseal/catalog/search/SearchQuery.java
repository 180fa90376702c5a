package org.oneseal.catalog.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * What is looked for.
 *
 * @param region where someone is: entries of this region and of those above it; null for all
 * @param kinds empty for all
 * @param after tier, score, name, kind and reference of the last hit seen, empty from the start
 */
public record SearchQuery(
        String text,
        @Nullable RegionCode region,
        Set<SearchKind> kinds,
        List<String> after,
        int limit) {}
