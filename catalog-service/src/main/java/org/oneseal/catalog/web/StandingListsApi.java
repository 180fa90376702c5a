package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.standing.ShowStandingList;
import org.oneseal.catalog.standing.StandingEntries;
import org.oneseal.catalog.standing.StandingList;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists that a body must keep and show, as they stood, stand or will stand on a day. */
@RestController
@RequestMapping("/api/v1/standing-lists")
class StandingListsApi {

    private final ShowStandingList show;
    private final ListedBodies bodies;
    private final InstantSource time;

    StandingListsApi(ShowStandingList show, ListedBodies bodies, InstantSource time) {
        this.show = show;
        this.bodies = bodies;
        this.time = time;
    }

    /** How many entries of a type the whole list has. */
    record TypeCountView(String itemType, long entries) {}

    /**
     * An entry: a published version.
     *
     * @param kind whether one applies for it (ITEM) or not (POWER)
     * @param status at the end of the day, as the evidence has it
     */
    record StandingEntryView(
            String code,
            StandingEntries.Kind kind,
            String name,
            String itemType,
            String region,
            String department,
            int version,
            String contentHash,
            LocalDate effectiveFrom,
            ItemStatus status) {

        static StandingEntryView of(StandingEntries.Entry entry) {
            return new StandingEntryView(
                    entry.code(),
                    entry.kind(),
                    entry.name(),
                    entry.itemType(),
                    entry.region(),
                    entry.department(),
                    entry.version(),
                    entry.hash(),
                    entry.effectiveFrom(),
                    entry.status());
        }
    }

    /**
     * A page of a list.
     *
     * @param ground what asks for such a list, null where nobody knows it
     * @param byType of the whole list, whatever page and type are shown
     * @param next cursor of the next page, null on the last one
     */
    record StandingListView(
            StandingList list,
            @Nullable String ground,
            String region,
            @Nullable String department,
            LocalDate on,
            List<TypeCountView> byType,
            List<StandingEntryView> items,
            @Nullable String next) {}

    /**
     * The list of one body, or of all bodies of a region and below it; today's, or that of the day.
     */
    @GetMapping("/{list}")
    StandingListView list(
            Caller caller,
            @PathVariable StandingList list,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable LocalDate on,
            PageRequest page) {
        String after = page.text();
        RegionCode within = bodies.within(region, department);
        LocalDate day = Objects.requireNonNullElse(on, ItemDesk.today(time.instant()));
        ShowStandingList.Shown shown =
                show.show(
                        new ShowStandingList.Wanted(
                                list, within, department, type, day, after, page.fetch()));
        Page<StandingEntryView> entries =
                Page.of(shown.entries(), page, entry -> List.of(entry.code()))
                        .map(StandingEntryView::of);
        return new StandingListView(
                list,
                shown.rule().ground(),
                within.value(),
                department,
                day,
                shown.byType().entrySet().stream()
                        .map(e -> new TypeCountView(e.getKey(), e.getValue()))
                        .toList(),
                entries.items(),
                entries.next());
    }
}
