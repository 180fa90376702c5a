package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.calendars.CalendarOutcome;
import org.oneseal.catalog.calendars.Calendars;
import org.oneseal.catalog.calendars.PublishCalendar;
import org.oneseal.catalog.calendars.YearCalendar;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which days are worked. */
@RestController
@RequestMapping("/api/v1/calendars/{region}/{year}")
class CalendarsApi {

    private final Calendars calendars;
    private final PublishCalendar publish;
    private final ListedRegions regions;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    CalendarsApi(
            Calendars calendars,
            PublishCalendar publish,
            ListedRegions regions,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.calendars = calendars;
        this.publish = publish;
        this.regions = regions;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** The calendar that governs the region: its own, else the nearest one above it. */
    @GetMapping
    ResponseEntity<CalendarView> governing(@PathVariable String region, @PathVariable int year) {
        List<RegionCode> path = new ArrayList<>(Codes.region(region).ancestors().reversed());
        if (!path.contains(RegionCode.NATION)) path.add(RegionCode.NATION);
        for (RegionCode at : path) {
            Optional<YearCalendar> found = calendars.current(at, year);
            if (found.isPresent()) {
                return ResponseEntity.ok()
                        .eTag(Versions.etag(found.get().version()))
                        .body(CalendarView.of(found.get()));
            }
        }
        throw new NotFound("calendar", region + "/" + year);
    }

    /** Publishes a decreed year; it supersedes the one before, provisional or not. */
    @PostMapping("/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String region,
            @PathVariable int year,
            @Valid @RequestBody CalendarRequest body) {
        RegionCode where = regions.find(region);
        Editing.require(caller, where);
        return posts.once(
                caller,
                key,
                "POST /calendars/" + region + "/" + year + "/versions",
                body,
                () ->
                        switch (publish.publish(where, year, body.content(), time.instant())) {
                            case CalendarOutcome.Published(var calendar) ->
                                    ResponseEntity.status(201)
                                            .eTag(Versions.etag(calendar.version()))
                                            .body(CalendarView.of(calendar));
                            case CalendarOutcome.Unchanged(var calendar) ->
                                    ResponseEntity.ok()
                                            .eTag(Versions.etag(calendar.version()))
                                            .body(CalendarView.of(calendar));
                            case CalendarOutcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }
}
