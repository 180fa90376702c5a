package org.oneseal.supervision.messaging;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.supervision.supervising.Almanac;
import org.oneseal.supervision.supervising.TakeFacts;
import org.springframework.stereotype.Component;

/** What happened to cases. */
@Component
class CaseEvents implements Subscription {

    /** Also known to the sweep, which waits until the topic has been read. */
    static final String NAME = "cases";

    private final TakeFacts takeFacts;
    private final Almanac almanac;
    private final InstantSource time;

    CaseEvents(TakeFacts takeFacts, Almanac almanac, InstantSource time) {
        this.takeFacts = takeFacts;
        this.almanac = almanac;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String topic() {
        return "oneseal.cases.v1";
    }

    @Override
    public Set<String> after() {
        return CalendarEvents.CATALOG;
    }

    /** The locks are those of dossiers, watches, cards and sums, each in the order of its keys. */
    @Override
    public int threads() {
        return 2;
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        takeFacts.take(
                events.stream().map(FromCase::read).flatMap(Optional::stream).toList(),
                time.instant());
    }

    @Override
    public void reset() {
        almanac.forgetCases();
    }
}
