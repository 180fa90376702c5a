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

/** How far projects of the market have come and what they wait for. */
@Component
class MarketEvents implements Subscription {

    private static final Set<String> MILESTONES =
            Set.of(
                    "project-published",
                    "drawn",
                    "draw-voided",
                    "selection-confirmed",
                    "selection-lapsed",
                    "commissioned",
                    "result-delivered",
                    "project-failed");

    private final TakeFacts takeFacts;
    private final Almanac almanac;
    private final InstantSource time;

    MarketEvents(TakeFacts takeFacts, Almanac almanac, InstantSource time) {
        this.takeFacts = takeFacts;
        this.almanac = almanac;
        this.time = time;
    }

    /** A project; what is not told with an event is null. */
    record FromProject(
            @Nullable String projectId,
            @Nullable String region,
            @Nullable String title,
            @Nullable Buyer buyer,
            @Nullable String serviceKind,
            @Nullable LocalDate confirmBy,
            @Nullable LocalDate contractBy,
            @Nullable Contract contract) {

        record Buyer(@Nullable String department) {}

        record Contract(@Nullable LocalDate dueOn) {}
    }

    @Override
    public String name() {
        return "market";
    }

    @Override
    public String topic() {
        return "oneseal.market.v1";
    }

    @Override
    public Set<String> after() {
        return CalendarEvents.CATALOG;
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        takeFacts.take(
                events.stream().map(MarketEvents::read).flatMap(Optional::stream).toList(),
                time.instant());
    }

    @Override
    public void reset() {
        almanac.forget(WatchKind.MARKET);
    }

    /** What has to follow, and by which day. */
    private record Awaited(@Nullable String what, @Nullable LocalDate by) {}

    /** The milestone that an event tells, empty if it is about something else. */
    static Optional<News> read(IncomingEvent event) {
        if (!MILESTONES.contains(event.name())) return Optional.empty();
        FromProject data = event.as(FromProject.class);
        String project = data.projectId();
        if (project == null) return Optional.empty();
        Awaited awaited =
                switch (event.name()) {
                    case "drawn" -> new Awaited("selection-confirmed", data.confirmBy());
                    case "selection-confirmed" -> new Awaited("commissioned", data.contractBy());
                    case "commissioned" ->
                            new Awaited(
                                    "result-delivered",
                                    data.contract() == null ? null : data.contract().dueOn());
                    default -> new Awaited(null, null);
                };
        return Optional.of(
                new News(
                        head(event, data, project),
                        new CaseFact.Milestone(
                                new Told(
                                        event.sequence(),
                                        Instants.kept(event.time()),
                                        Instants.kept(event.recordedAt()),
                                        null,
                                        List.of()),
                                WatchKind.MARKET,
                                event.name(),
                                awaited.by() == null ? null : awaited.what(),
                                null,
                                awaited.by())));
    }

    private static CaseHead head(IncomingEvent event, FromProject data, String project) {
        String region = data.region() == null ? event.region() : data.region();
        FromProject.Buyer buyer = data.buyer();
        String department =
                buyer == null || buyer.department() == null
                        ? event.department()
                        : buyer.department();
        String title = data.title() == null ? data.serviceKind() : data.title();
        return new CaseHead(
                project,
                project,
                null,
                null,
                title == null ? "" : title,
                false,
                false,
                null,
                null,
                "MARKET",
                new RegionCode(Objects.requireNonNull(region, "region")),
                department);
    }
}
