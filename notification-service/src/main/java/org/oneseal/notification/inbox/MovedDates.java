package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.List;

/** Dates that decrees moved and of which nobody was told yet, by party and decree. */
public interface MovedDates {

    /**
     * Adds to what waits. Who waits for more is told at the time given, unless still more comes.
     *
     * @param latest by then those who begin to wait now are told whatever comes
     */
    void collect(List<Moved> moved, Instant tellAt, Instant latest);

    /** Takes what has waited long enough: for each party and decree all of it together. */
    List<List<Occasion>> takeDue(Instant now, int limit);

    void clear();

    /** One case of somebody, moved by a decree; the decree is empty where none is known. */
    record Moved(String party, String decree, String caseId, Occasion occasion) {}
}
