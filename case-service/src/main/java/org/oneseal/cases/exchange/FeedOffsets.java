package org.oneseal.cases.exchange;

import java.util.Collection;
import java.util.Map;

/**
 * How far each topic was taken, kept with what was taken: a message is handled once even if this
 * process is killed between its commit and the broker's. A topic is known by its id, so one that is
 * made anew is read from its beginning.
 */
public interface FeedOffsets {

    Map<Place, Long> next(Collection<Place> places);

    /** Like {@link #next}, locked until the end of the transaction; unknown places begin at 0. */
    Map<Place, Long> lock(Collection<Place> places);

    void store(Map<Place, Long> next);

    record Place(String topicId, int partition) {}
}
