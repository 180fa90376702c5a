package org.oneseal.catalog.editing;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import tools.jackson.databind.JsonNode;

/** Who did what to an item, newest first, as the evidence has it. */
public interface ItemHistory {

    /** Entries before a sequence; {@link Long#MAX_VALUE} from the newest. */
    List<Entry> before(String code, long sequence, int limit);

    /** The same of a package (一件事). */
    List<Entry> ofPackage(String code, long sequence, int limit);

    /** The same of an act of delegation. */
    List<Entry> ofDelegation(String id, long sequence, int limit);

    /** The same of a power (职权事项). */
    List<Entry> ofPower(String code, long sequence, int limit);

    /**
     * The same of whatever has a chain of its own.
     *
     * @param kind of thing, as its chain is named, such as {@code data-resource}
     */
    List<Entry> of(String kind, String id, long sequence, int limit);

    /**
     * One entry.
     *
     * @param type such as {@code catalog.item-edited}
     * @param data the event
     * @param hash of the entry in the item's chain
     */
    record Entry(
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            JsonNode data,
            String hash) {}
}
