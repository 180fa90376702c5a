package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.resources.CountFilled;
import org.oneseal.catalog.resources.DataResource;
import org.oneseal.catalog.resources.DataResources;
import org.oneseal.catalog.resources.KeepResources;
import org.oneseal.catalog.resources.ResourceOutcome;
import org.oneseal.catalog.resources.ShareKind;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory of data resources (政务数据资源目录), for departments only. */
@RestController
@RequestMapping("/api/v1/data-resources")
class DataResourcesApi {

    private final DataResources resources;
    private final KeepResources keep;
    private final CountFilled count;
    private final Departments departments;
    private final ItemHistory history;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    DataResourcesApi(
            DataResources resources,
            KeepResources keep,
            CountFilled count,
            Departments departments,
            ItemHistory history,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.resources = resources;
        this.keep = keep;
        this.count = count;
        this.departments = departments;
        this.history = history;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Which of the lists (三张清单); the third, of demands, is {@code /data-demands}. */
    enum ResourceList {
        /** 供给清单: what is shared, on a condition or without. */
        SUPPLY,
        /** 负面清单: what is not shared. */
        NEGATIVE
    }

    /** What units have to fill in (应编目), all of it or none. */
    record DueRequest(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid DueBody> entries) {}

    /** An entry that its unit has to fill in; the code begins with six digits of its region. */
    record DueBody(
            @NotNull @Size(max = 60) String code,
            @NotNull @Size(max = 60) String department,
            @NotNull @Size(max = 200) String name) {}

    /** What an entry says from a day on, Asia/Shanghai; today when left out. */
    record ResourceVersionRequest(
            @NotNull @Valid ResourceBody content, @Nullable LocalDate effectiveFrom) {}

    /** How much a unit has filled in. */
    record UnitView(
            String department, String name, long filled, long due, @Nullable RatioView rate) {}

    /**
     * How much of the directory is filled in (填报完成率), with its units.
     *
     * @param rate null where nothing is due
     */
    record FillRateView(
            String region,
            LocalDate on,
            long filled,
            long due,
            @Nullable RatioView rate,
            List<UnitView> units) {}

    /** Entries of units of a region and below it, as they count on a day. */
    @GetMapping
    Page<ResourceView.LineView> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable ResourceList list,
            @RequestParam(required = false) @Nullable Boolean filled,
            @RequestParam(required = false) @Nullable LocalDate on,
            PageRequest page) {
        Offices.require(caller);
        List<DataResources.Line> found =
                resources.list(
                        new DataResources.Query(
                                region == null ? null : Codes.region(region),
                                department,
                                q,
                                shares(list),
                                filled,
                                on == null ? today() : on,
                                page.text(),
                                page.fetch()));
        return Page.of(found, page, line -> List.of(line.code())).map(ResourceView.LineView::of);
    }

    private static List<ShareKind> shares(@Nullable ResourceList list) {
        return switch (list) {
            case null -> List.of();
            case SUPPLY -> List.of(ShareKind.UNCONDITIONAL, ShareKind.CONDITIONAL);
            case NEGATIVE -> List.of(ShareKind.NOT_SHARED);
        };
    }

    /** An entry, as it counts today or on a day. */
    @GetMapping("/{code}")
    ResponseEntity<ResourceView> one(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate on) {
        Offices.require(caller);
        DataResource found = find(code);
        return ResponseEntity.ok()
                .eTag(Versions.etag(found.version()))
                .body(ResourceView.of(found, on == null ? today() : on));
    }

    /** How much of what was due on a day the units of a region and below it have filled in. */
    @GetMapping("/fill-rate")
    FillRateView rate(
            Caller caller,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable LocalDate on) {
        Offices.require(caller);
        LocalDate day = on == null ? today() : on;
        CountFilled.Rate rate = count.count(Codes.region(region), day);
        return new FillRateView(
                region,
                day,
                rate.filled(),
                rate.due(),
                RatioView.of(rate.ratio()),
                rate.units().stream()
                        .map(
                                unit ->
                                        new UnitView(
                                                unit.department(),
                                                unit.name(),
                                                unit.filled(),
                                                unit.due(),
                                                RatioView.of(unit.rate())))
                        .toList());
    }

    /** Tells units what they have to fill in. */
    @PostMapping
    ResponseEntity<?> due(Caller caller, IdempotencyKey key, @Valid @RequestBody DueRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        List<KeepResources.Due> entries =
                body.entries().stream()
                        .map(e -> new KeepResources.Due(e.code(), e.department(), e.name()))
                        .toList();
        for (KeepResources.Due entry : entries) {
            departments
                    .find(entry.department())
                    .ifPresent(department -> Editing.require(caller, department.region()));
        }
        return posts.once(caller, key, "POST /data-resources", body, () -> listed(caller, entries));
    }

    private ResponseEntity<?> listed(Caller caller, List<KeepResources.Due> entries) {
        List<Objection> objections = keep.objections(entries);
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        return ResponseEntity.status(201)
                .body(
                        keep.list(entries, Editing.actor(caller), time.instant()).stream()
                                .map(listed -> ResourceView.of(listed, today()))
                                .toList());
    }

    /** Says what an entry holds, from a day on. */
    @PostMapping("/{code}/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody ResourceVersionRequest body) {
        Editing.require(caller, find(code).region());
        Instant now = time.instant();
        LocalDate asked = body.effectiveFrom();
        LocalDate from = asked == null ? today() : asked;
        return posts.once(
                caller,
                key,
                "POST /data-resources/" + code + "/versions",
                version,
                body,
                () ->
                        answer(
                                201,
                                keep.publish(
                                        code,
                                        version.value(),
                                        body.content().content(),
                                        from,
                                        Editing.actor(caller),
                                        now)));
    }

    /** Takes an entry off the directory; what it said stays in its history. */
    @PostMapping("/{code}/withdrawal")
    ResponseEntity<?> withdraw(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        Editing.require(caller, find(code).region());
        return posts.once(
                caller,
                key,
                "POST /data-resources/" + code + "/withdrawal",
                version,
                body,
                () ->
                        answer(
                                200,
                                keep.withdraw(
                                        code,
                                        version.value(),
                                        body.reason(),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** Who listed, filled in and changed it, newest first. */
    @GetMapping("/{code}/history")
    Page<ItemHistoryView> history(Caller caller, @PathVariable String code, PageRequest page) {
        DataResource found =
                Histories.readable(
                        caller,
                        resources.find(code),
                        resource -> List.of(resource.region()),
                        "resource",
                        code);
        return Histories.page(
                page,
                (before, limit) -> history.of("data-resource", found.code(), before, limit),
                ItemHistoryView::of);
    }

    private ResponseEntity<?> answer(int status, ResourceOutcome outcome) {
        return switch (outcome) {
            case ResourceOutcome.Done(var done, _) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(done.version()))
                            .body(ResourceView.of(done, today()));
            case ResourceOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case ResourceOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    private DataResource find(String code) {
        return resources.find(code).orElseThrow(() -> new NotFound("resource", code));
    }

    private LocalDate today() {
        return ItemDesk.today(time.instant());
    }
}
