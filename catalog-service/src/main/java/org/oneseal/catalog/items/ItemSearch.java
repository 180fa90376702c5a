package org.oneseal.catalog.items;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * What is looked for.
 *
 * @param text part of a name, empty for any
 * @param region where someone wants to apply: items of this region and of those above it
 * @param lists all of them have what is looked for
 * @param draftsWithin also items never published, of this region and below it; null for none
 * @param after name and code of the last one seen, empty from the start
 */
public record ItemSearch(
        String text,
        @Nullable RegionCode region,
        @Nullable ServiceObject object,
        Lists lists,
        @Nullable String department,
        @Nullable ItemStatus status,
        @Nullable RegionCode draftsWithin,
        List<String> after,
        int limit) {

    /**
     * Lists in which an item stands besides that of its region (清单); null for any.
     *
     * @param itemType 事项类型, two digits
     * @param topic under which it is looked for, for the object where one is named
     */
    public record Lists(
            @Nullable String itemType,
            @Nullable String topic,
            @Nullable Convenience convenience,
            @Nullable Reform reform) {

        public static final Lists ANY = new Lists(null, null, null, null);
    }
}
