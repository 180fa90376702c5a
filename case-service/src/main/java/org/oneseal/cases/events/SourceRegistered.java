package org.oneseal.cases.events;

import java.util.List;

/** What a department's own system may feed: registered, or changed. */
public record SourceRegistered(
        String source,
        int version,
        String nameZh,
        String nameEn,
        String region,
        List<String> departments,
        List<String> items,
        boolean instantsOnly,
        boolean reportsAcceptance,
        int quotaPerMinute,
        String clientId)
        implements ExchangeEvent {

    public SourceRegistered {
        departments = List.copyOf(departments);
        items = List.copyOf(items);
    }

    @Override
    public String eventType() {
        return "cases.source-registered";
    }
}
