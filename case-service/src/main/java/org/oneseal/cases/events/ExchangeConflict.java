package org.oneseal.cases.events;

import java.time.Instant;

/** A source told something else under a key that was taken already; a person has to look. */
public record ExchangeConflict(
        String conflictId,
        String source,
        String sourceCase,
        long sequence,
        String messageType,
        String kind,
        Instant occurredAt)
        implements ExchangeEvent {

    @Override
    public String eventType() {
        return "cases.exchange-conflict";
    }
}
