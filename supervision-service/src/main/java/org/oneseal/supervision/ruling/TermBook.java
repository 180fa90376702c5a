package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.oneseal.supervision.supervising.WatchTerm;

/** The limits of clocks that no item states. Writing needs a transaction. */
public interface TermBook {

    /** All terms of every region and day, locked against a further one. */
    List<WatchTerm> termsForUpdate();

    /** Writes a term down and announces it; the one before it in its region ends the day before. */
    void add(WatchTerm term, Actor actor, Instant now);
}
