package org.oneseal.catalog.powers;

import java.time.Instant;
import org.oneseal.catalog.departments.Department;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;

/** Keeps the evidence of what is done to powers and tells the others of it. */
public interface PowerAnnouncements {

    /**
     * Writes what happened into the power's history.
     *
     * @param before the power as it was, for telling what has changed
     */
    Chain record(
            Power before,
            Power changed,
            Department department,
            Actor actor,
            PowerChange change,
            Instant now);
}
