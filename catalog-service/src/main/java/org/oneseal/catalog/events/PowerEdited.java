package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone changed the draft of a power, passed it or sent it back.
 *
 * @param changed JSON pointers into the draft, the empty one for all of it; none when it was thrown
 *     away or reviewed
 * @param reason why it was sent back, or what was said when it was passed; null for anything else
 */
public record PowerEdited(
        String powerCode,
        String draftHash,
        String action,
        List<String> changed,
        @Nullable String reason)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.power-edited";
    }
}
