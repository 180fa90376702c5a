package org.oneseal.catalog.registers;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import tools.jackson.databind.JsonNode;

/** Who did what to an entry, newest first, as the evidence has it. */
public interface EntryHistory {

    /** Happenings before a sequence; {@link Long#MAX_VALUE} from the newest. */
    List<Happened> before(Register register, String key, long sequence, int limit);

    /** One of them, with the event and the hash of its place in the chain. */
    record Happened(long sequence, Instant at, Actor actor, JsonNode data, String hash) {}
}
