package org.oneseal.notification.feed;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.security.Scope;

/** All public events, in the order they were committed. */
public interface EventLog {

    /** An event and where it stands. */
    record Placed(Position position, FedEvent event) {}

    /** Adds events that are not there yet. */
    void keep(List<FedEvent> events);

    /**
     * What the scope may see after the position, oldest first. Later calls never find anything
     * before what was returned.
     */
    List<Placed> after(Position position, Scope scope, int limit);

    /** Where the log ends for now: everything kept later lies behind it. */
    Position end();

    /** A position before everything that was recorded at that instant or later. */
    Position before(Instant recordedAt);

    /** Takes away what was recorded before that instant and is delivered or not awaited. */
    int forget(Instant recordedBefore);
}
