package org.oneseal.catalog.resources;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;

/** Keeps the evidence of what is done to the directory and to demands, and tells the others. */
public interface ResourceAnnouncements {

    Chain record(
            DataResource before,
            DataResource changed,
            Actor actor,
            ResourceChange change,
            Instant now);

    Chain record(DataDemand demand, Actor actor, Instant now);
}
