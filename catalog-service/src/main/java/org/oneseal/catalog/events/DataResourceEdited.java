package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory of data resources was listed for its unit to fill in, filled in,
 * changed or withdrawn.
 *
 * @param department code of the unit that provides it
 * @param action LISTED, PUBLISHED or WITHDRAWN
 * @param version number of what was published; null for anything else, like the members below
 * @param hash digest of its content
 * @param share whether others may have it
 * @param effectiveFrom first day on which it counts
 * @param changed JSON pointers to what differs from the version before, the empty one for all of it
 * @param reason why it was withdrawn, null for anything else
 */
public record DataResourceEdited(
        String resourceCode,
        String department,
        String name,
        String action,
        @Nullable Integer version,
        @Nullable String hash,
        @Nullable String share,
        @Nullable String effectiveFrom,
        List<String> changed,
        @Nullable String reason)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.data-resource-edited";
    }
}
