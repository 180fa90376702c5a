package org.oneseal.supervision.messaging;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.supervision.supervising.Almanac;
import org.oneseal.supervision.supervising.Sources;
import org.oneseal.supervision.supervising.TakeFacts;
import org.springframework.stereotype.Component;

/** What happened to cases, and which departments' systems are registered. */
@Component
class CaseEvents implements Subscription {

    /** Also known to the sweep, which waits until the topic has been read. */
    static final String NAME = "cases";

    private final TakeFacts takeFacts;
    private final Almanac almanac;
    private final Sources sources;
    private final InstantSource time;

    CaseEvents(TakeFacts takeFacts, Almanac almanac, Sources sources, InstantSource time) {
        this.takeFacts = takeFacts;
        this.almanac = almanac;
        this.sources = sources;
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
        events.stream().filter(FromSource::isOne).map(FromSource::read).forEach(sources::register);
        takeFacts.take(
                events.stream().map(FromCase::read).flatMap(Optional::stream).toList(),
                time.instant());
    }

    /** Registrations stay: they are told again, and sources speak meanwhile. */
    @Override
    public void reset() {
        almanac.forgetCases();
    }
}
