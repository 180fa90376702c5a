package org.oneseal.cases.calendars;

import java.util.Optional;

/** Recounts that are under way. Each is worked on by one replica at a time. */
public interface Recounts {

    /** Takes one and locks it until the end of the transaction; another replica skips it. */
    Optional<Recount> take();

    void goOn(Recount recount, String after);

    void done(Recount recount);
}
