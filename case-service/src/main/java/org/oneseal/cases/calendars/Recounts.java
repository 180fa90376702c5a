package org.oneseal.cases.calendars;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recounts that are under way. Each is worked on by one replica at a time. */
public interface Recounts {

    /**
     * Takes one that can go on and locks it until the end of the transaction; another replica skips
     * it.
     */
    Optional<Recount> take(Instant now);

    void goOn(Recount recount, String after);

    /** All were counted once; from then on no replica remembers the calendar before. */
    void settle(Recount recount, Instant from);

    /** Whoever writes now counts by the new calendar; who wrote before is waited for. */
    void awaitWriters(Recount recount);

    /** Ids of open cases written since the calendar was published, in order. */
    List<String> writtenSince(Recount recount, int limit);

    void done(Recount recount);
}
