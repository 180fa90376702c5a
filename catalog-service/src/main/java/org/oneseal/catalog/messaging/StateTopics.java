package org.oneseal.catalog.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.calendars.CalendarAnnouncements;
import org.oneseal.catalog.calendars.CalendarContent;
import org.oneseal.catalog.calendars.YearCalendar;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.DepartmentAnnouncements;
import org.oneseal.catalog.events.CalendarPublished;
import org.oneseal.catalog.events.CatalogEvent;
import org.oneseal.catalog.events.DepartmentListed;
import org.oneseal.catalog.events.ItemCancelled;
import org.oneseal.catalog.events.ItemEdited;
import org.oneseal.catalog.events.ItemEffective;
import org.oneseal.catalog.events.ItemPublished;
import org.oneseal.catalog.events.ItemState;
import org.oneseal.catalog.events.ItemSuspended;
import org.oneseal.catalog.events.RegionListed;
import org.oneseal.catalog.items.ContentTrees;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemAnnouncements;
import org.oneseal.catalog.items.ItemChange;
import org.oneseal.catalog.items.ItemStates;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.RegionAnnouncements;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Puts the catalog's state on its compacted topics and the edits of items into their history. */
@Component
class StateTopics
        implements RegionAnnouncements,
                CalendarAnnouncements,
                DepartmentAnnouncements,
                ItemAnnouncements {

    private static final String REGIONS = "oneseal.catalog.regions.v1";
    private static final String CALENDARS = "oneseal.catalog.calendars.v1";
    private static final String DEPARTMENTS = "oneseal.catalog.departments.v1";
    private static final String ITEMS = "oneseal.catalog.items.v1";

    private final Announcements announcements;
    private final Journal journal;
    private final ItemStates states;
    private final ContentTrees trees;

    StateTopics(
            Announcements announcements, Journal journal, ItemStates states, ContentTrees trees) {
        this.announcements = announcements;
        this.journal = journal;
        this.states = states;
        this.trees = trees;
    }

    @Override
    public void listed(List<Region> regions, Instant at) {
        announcements.announce(regions.stream().map(region -> listed(region, at)).toList());
    }

    private static Announcement listed(Region region, Instant at) {
        String code = region.code().value();
        RegionCode parent = region.parent();
        RegionListed event =
                new RegionListed(
                        code,
                        region.name(),
                        region.code().level().name(),
                        parent == null ? null : parent.value());
        return announcement(REGIONS, code, region.version(), at, code, null, event);
    }

    @Override
    public void published(YearCalendar calendar, Instant at) {
        CalendarContent content = calendar.content();
        SortedMap<String, String> names = new TreeMap<>();
        content.holidays().forEach((day, name) -> names.put(day.toString(), name));
        content.makeUpDays().forEach((day, name) -> names.put(day.toString(), name));
        CalendarPublished event =
                new CalendarPublished(
                        calendar.region().value(),
                        calendar.year(),
                        calendar.version(),
                        calendar.hash(),
                        content.provisional(),
                        content.holidays().keySet().stream().map(LocalDate::toString).toList(),
                        content.makeUpDays().keySet().stream().map(LocalDate::toString).toList(),
                        content.officeHours().stream()
                                .map(
                                        span ->
                                                new CalendarPublished.Hours(
                                                        span.from().toString(),
                                                        span.to().toString()))
                                .toList(),
                        content.afterHoursIsNextDay(),
                        names,
                        content.decree());
        String key = calendar.region() + "/" + calendar.year();
        announcements.announce(
                List.of(
                        announcement(
                                CALENDARS,
                                key,
                                calendar.version(),
                                at,
                                calendar.region().value(),
                                null,
                                event)));
    }

    @Override
    public void registered(List<Department> departments, Instant at) {
        announcements.announce(departments.stream().map(d -> registered(d, at)).toList());
    }

    private static Announcement registered(Department department, Instant at) {
        String region = department.region().value();
        DepartmentListed event =
                new DepartmentListed(
                        department.code(),
                        department.name(),
                        department.uscc().value(),
                        region,
                        department.parent(),
                        department.madeUp());
        return announcement(
                DEPARTMENTS,
                department.code(),
                department.version(),
                at,
                region,
                department.code(),
                event);
    }

    @Override
    public Chain record(
            Item before,
            Item item,
            Department department,
            Actor actor,
            List<ItemChange> changes,
            Instant now) {
        Placement placement = Placement.of(item.region().value(), item.department());
        List<Happening> happenings = new ArrayList<>();
        for (ItemChange change : changes) {
            CatalogEvent event = fact(before, item, department, change);
            happenings.add(new Happening(event.type(), now, placement, event));
        }
        return journal.append(
                new Chain("item", item.code(), item.version(), item.chainHead()),
                actor,
                happenings);
    }

    private CatalogEvent fact(Item before, Item item, Department department, ItemChange change) {
        return switch (change) {
            case ItemChange.DraftEdited edited ->
                    new ItemEdited(
                            item.code(),
                            edited.draftHash(),
                            edited.action().name(),
                            edited.origin().name(),
                            changed(before, item),
                            null);
            case ItemChange.Reviewed(var review) ->
                    new ItemEdited(
                            item.code(),
                            review.draftHash(),
                            review.state().name(),
                            ItemChange.Origin.EDITOR.name(),
                            List.of(),
                            review.reason());
            case ItemChange.TookEffect(var version, int supersedes) ->
                    new ItemEffective(
                            item.code(),
                            version.number(),
                            version.effectiveFrom().toString(),
                            supersedes == 0 ? null : supersedes);
            case ItemChange.Published(var version) ->
                    new ItemPublished(states.state(item, version, department));
            case ItemChange.Suspended _ ->
                    new ItemSuspended(states.state(item, item.latest().orElseThrow(), department));
            case ItemChange.Resumed _ ->
                    new ItemPublished(states.state(item, item.latest().orElseThrow(), department));
            case ItemChange.CancellationPlanned _, ItemChange.Cancelled _ ->
                    new ItemCancelled(states.state(item, item.latest().orElseThrow(), department));
        };
    }

    private List<String> changed(Item before, Item item) {
        return ChangedPlaces.of(
                item.draft(),
                before.draft(),
                before.latest().map(ItemVersion::content).orElse(null),
                trees::tree);
    }

    @Override
    public void state(Item item, ItemVersion version, Department department, Instant at) {
        ItemState state = states.state(item, version, department);
        CatalogEvent event =
                switch (item.status()) {
                    case SUSPENDED -> new ItemSuspended(state);
                    case CANCELLED -> new ItemCancelled(state);
                    case IN_FORCE, DRAFT ->
                            item.cancelledFrom() == null
                                    ? new ItemPublished(state)
                                    : new ItemCancelled(state);
                };
        announcements.announce(
                List.of(
                        announcement(
                                ITEMS,
                                item.code() + "@" + version.number(),
                                version.announced(),
                                at,
                                item.region().value(),
                                item.department(),
                                event)));
    }

    private static Announcement announcement(
            String topic,
            String key,
            long sequence,
            Instant at,
            String region,
            @Nullable String department,
            CatalogEvent event) {
        return new Announcement(
                topic, key, event.type(), key, sequence, at, region, department, event);
    }
}
