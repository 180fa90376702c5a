package org.oneseal.supervision.messaging;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Almanac;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.supervising.TakeFacts;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.stereotype.Component;

/** Records of decisions that have to be made public (双公示), as the credit service tells of them. */
@Component
class PublicityEvents implements Subscription {

    private final TakeFacts takeFacts;
    private final Almanac almanac;
    private final InstantSource time;

    PublicityEvents(TakeFacts takeFacts, Almanac almanac, InstantSource time) {
        this.takeFacts = takeFacts;
        this.almanac = almanac;
        this.time = time;
    }

    /** A record of a decision. */
    record FromRecord(@Nullable About record, @Nullable String state) {

        record About(
                String recordId,
                @Nullable String caseNumber,
                @Nullable String decisionNumber,
                LocalDate decidedOn,
                @Nullable LocalDate due) {}
    }

    @Override
    public String name() {
        return "publicity";
    }

    @Override
    public String topic() {
        return "oneseal.credit.v1";
    }

    @Override
    public Set<String> after() {
        return CalendarEvents.CATALOG;
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        takeFacts.take(
                events.stream().map(PublicityEvents::read).flatMap(Optional::stream).toList(),
                time.instant());
    }

    @Override
    public void reset() {
        almanac.forget(WatchKind.PUBLICITY);
    }

    /** The milestone that an event tells, empty if it is about something else. */
    static Optional<News> read(IncomingEvent event) {
        boolean opened = event.name().equals("record-opened");
        if (!opened
                && !event.name().equals("record-published")
                && !event.name().equals("record-withheld")) {
            return Optional.empty();
        }
        FromRecord data = event.as(FromRecord.class);
        FromRecord.About about = data.record();
        if (about == null) return Optional.empty();
        boolean awaited = opened && "PENDING".equals(data.state());
        return Optional.of(
                new News(
                        head(event, about),
                        new CaseFact.Milestone(
                                new Told(
                                        event.sequence(),
                                        Instants.kept(event.time()),
                                        Instants.kept(event.recordedAt()),
                                        null,
                                        List.of()),
                                WatchKind.PUBLICITY,
                                event.name(),
                                awaited ? "record-published" : null,
                                about.decidedOn(),
                                about.due())));
    }

    private static CaseHead head(IncomingEvent event, FromRecord.About about) {
        return new CaseHead(
                about.recordId(),
                about.caseNumber() == null ? about.recordId() : about.caseNumber(),
                null,
                null,
                about.decisionNumber() == null ? "" : about.decisionNumber(),
                false,
                false,
                null,
                null,
                "PUBLICITY",
                new RegionCode(Objects.requireNonNull(event.region(), "region")),
                event.department());
    }
}
