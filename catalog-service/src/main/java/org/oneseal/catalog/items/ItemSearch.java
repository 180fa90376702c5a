package org.oneseal.catalog.items;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * What is looked for.
 *
 * @param text part of a name, empty for any
 * @param region where someone wants to apply: items of this region and of those above it
 * @param draftsWithin also items never published, of this region and below it; null for none
 * @param after name and code of the last one seen, empty from the start
 */
public record ItemSearch(
        String text,
        @Nullable RegionCode region,
        @Nullable ServiceObject object,
        @Nullable String department,
        @Nullable ItemStatus status,
        @Nullable RegionCode draftsWithin,
        List<String> after,
        int limit) {}
