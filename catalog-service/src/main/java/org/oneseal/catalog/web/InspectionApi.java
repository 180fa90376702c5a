package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.ClaimedMatter;
import org.oneseal.catalog.indicators.Detail;
import org.oneseal.catalog.indicators.InspectLists;
import org.oneseal.catalog.indicators.Inspection;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.standing.StandingEntries;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an inspection of lists counts (事项巡检): claimed, published, told in detail, of a county or of
 * one body.
 */
@RestController
@RequestMapping("/api/v1/items/indicators/inspection")
class InspectionApi {

    private final InspectLists inspect;
    private final ListedBodies bodies;
    private final Problems problems;
    private final InstantSource time;

    InspectionApi(
            InspectLists inspect, ListedBodies bodies, Problems problems, InstantSource time) {
        this.inspect = inspect;
        this.bodies = bodies;
        this.problems = problems;
        this.time = time;
    }

    /**
     * The figures; each share is exact and null where there is nothing to share.
     *
     * @param toBeClaimed matters of the basic directory that the bodies should handle
     * @param claimRate claimed of these (事项认领率)
     * @param fillRate published of what is claimed (清单填报率)
     * @param asked elements that the published entries should say
     * @param detail said of these (详实度)
     */
    record InspectionView(
            LocalDate on,
            long toBeClaimed,
            long claimed,
            long filled,
            @Nullable RatioView claimRate,
            @Nullable RatioView fillRate,
            long entries,
            long asked,
            long said,
            @Nullable RatioView detail) {

        static InspectionView of(Inspection found, LocalDate on) {
            return new InspectionView(
                    on,
                    found.matters().size(),
                    found.claimed(),
                    found.filled(),
                    RatioView.of(found.claimRate()),
                    RatioView.of(found.fillRate()),
                    found.details().size(),
                    found.asked(),
                    found.said(),
                    RatioView.of(found.detail()));
        }
    }

    /** A matter that a body should handle, and how far it has come. */
    record ClaimedMatterView(
            String department,
            String basicCode,
            String name,
            String itemType,
            ClaimedMatter.State state,
            @Nullable String reason,
            @Nullable String entry) {

        static ClaimedMatterView of(ClaimedMatter matter) {
            return new ClaimedMatterView(
                    matter.department(),
                    matter.basicCode(),
                    matter.name(),
                    matter.itemType(),
                    matter.state(),
                    matter.reason(),
                    matter.entry());
        }
    }

    /** An element that an entry does not say. */
    record MissingElementView(String name, String pointer) {}

    /** What an entry adds to the said and to the asked elements, and what it does not say. */
    record DetailView(
            String code,
            StandingEntries.Kind kind,
            String name,
            String itemType,
            String department,
            int version,
            long numerator,
            long denominator,
            List<MissingElementView> missing) {

        static DetailView of(Detail detail) {
            StandingEntries.Said entry = detail.entry();
            return new DetailView(
                    entry.code(),
                    entry.kind(),
                    entry.name(),
                    entry.itemType(),
                    entry.department(),
                    entry.version(),
                    detail.said(),
                    detail.asked(),
                    detail.missing().stream()
                            .map(e -> new MissingElementView(e.name(), e.pointer()))
                            .toList());
        }
    }

    /** What is inspected: a region, a body, a type; null for all. */
    private record Asked(
            @Nullable String region, @Nullable String department, @Nullable String type) {}

    @GetMapping
    ResponseEntity<?> inspection(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable LocalDate on) {
        return found(
                new Asked(region, department, type),
                on,
                found -> InspectionView.of(found, day(on)));
    }

    /** The matters behind the rates of claiming and publishing, one by one. */
    @GetMapping("/matters")
    ResponseEntity<?> matters(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable LocalDate on,
            PageRequest page) {
        String after = page.text();
        return found(
                new Asked(region, department, type),
                on,
                found ->
                        page(found.matters(), InspectionApi::key, after, page)
                                .map(ClaimedMatterView::of));
    }

    /** The entries behind the detail, with what each does not say. */
    @GetMapping("/entries")
    ResponseEntity<?> entries(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable LocalDate on,
            PageRequest page) {
        String after = page.text();
        return found(
                new Asked(region, department, type),
                on,
                found ->
                        page(found.details(), d -> d.entry().code(), after, page)
                                .map(DetailView::of));
    }

    private static String key(ClaimedMatter matter) {
        return matter.department() + "/" + matter.basicCode();
    }

    private static <T> Page<T> page(
            List<T> all, Function<T, String> key, String after, PageRequest page) {
        List<T> rest =
                all.stream()
                        .filter(t -> key.apply(t).compareTo(after) > 0)
                        .sorted(Comparator.comparing(key))
                        .limit(page.fetch())
                        .toList();
        return Page.of(rest, page, t -> List.of(key.apply(t)));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return Objects.requireNonNullElse(on, ItemDesk.today(time.instant()));
    }

    private ResponseEntity<?> found(
            Asked asked, @Nullable LocalDate on, Function<Inspection, Object> view) {
        RegionCode within = bodies.within(asked.region(), asked.department());
        if (asked.department() == null && within.level().compareTo(RegionLevel.COUNTY) < 0) {
            return problems.unprocessable(
                    List.of(Objection.of("inspection-too-wide", within.value()).at("/region")));
        }
        return ResponseEntity.ok(
                view.apply(inspect.inspect(within, asked.department(), asked.type(), day(on))));
    }
}
