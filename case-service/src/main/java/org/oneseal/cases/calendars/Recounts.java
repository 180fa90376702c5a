package org.oneseal.cases.calendars;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** Recounts that are under way. Each range of one is worked on by one replica at a time. */
public interface Recounts {

    /**
     * Into so many ranges of ids the open cases are cut; more than are counted at a time, so that
     * who is through with one finds another.
     */
    int RANGES = 8;

    /**
     * Notes that the open cases of a region have to be counted anew because of a decree.
     *
     * @param startsAt not before: the other pieces of the same decree are known by then, and what
     *     they move is told once
     */
    void begin(RegionCode region, @Nullable String decree, ChangedDays days, Instant startsAt);

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

    /**
     * Ids of open cases between whose receipt and last due date a day was changed, in order. A
     * suspended case is always among them.
     */
    List<String> concerned(Recount recount, int limit);

    /** Ids of open cases written since the calendar was published, in order. */
    List<String> writtenSince(Recount recount, int limit);

    void done(Recount recount);
}
