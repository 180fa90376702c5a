package org.oneseal.platform.messaging;

import java.util.List;

/**
 * Events to be sent when the caller's transaction has committed. The row of the aggregate must be
 * locked before this is called: that is what keeps the order per key.
 */
public interface Announcements {

    /**
     * Writes the events into the outbox, in this order.
     *
     * @throws IllegalStateException without a transaction
     * @throws IllegalArgumentException if an event is too large ever to be sent
     */
    void announce(List<Announcement> announcements);
}
