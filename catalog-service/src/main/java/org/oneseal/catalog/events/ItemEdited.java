package org.oneseal.catalog.events;

import java.util.List;

/**
 * Someone changed the draft of an item.
 *
 * @param changed JSON pointers into the draft, the empty one for all of it; none when it was thrown
 *     away
 */
public record ItemEdited(
        String itemCode, String draftHash, String action, String origin, List<String> changed)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.item-edited";
    }
}
