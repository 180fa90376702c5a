package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleReport;
import org.oneseal.catalog.bundles.SettleReport;
import org.oneseal.catalog.bundles.Upstream;
import org.oneseal.catalog.bundles.UpstreamReport;
import org.oneseal.catalog.bundles.UpstreamReports;
import org.oneseal.catalog.bundles.Upstreams;
import org.oneseal.catalog.bundles.WatchUpstreams;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Upper levels' lists that are watched, and what differs (目录动态调整). */
@RestController
@RequestMapping("/api/v1/catalog-upstreams")
class CatalogUpstreamsApi {

    private final Upstreams upstreams;
    private final UpstreamReports reports;
    private final WatchUpstreams watch;
    private final SettleReport settle;
    private final Told told;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    CatalogUpstreamsApi(
            Upstreams upstreams,
            UpstreamReports reports,
            WatchUpstreams watch,
            SettleReport settle,
            Told told,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.upstreams = upstreams;
        this.reports = reports;
        this.watch = watch;
        this.settle = settle;
        this.told = told;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * A list that is watched.
     *
     * @param lookedAt null before the first look
     * @param failure what kept the last look from reading it, null for nothing
     */
    record UpstreamView(
            String name, String region, @Nullable Instant lookedAt, @Nullable String failure) {}

    /** What differs, and whether somebody has settled it. */
    record UpstreamReportView(
            String id,
            String upstream,
            String region,
            Instant seenAt,
            UpstreamReport.State state,
            @Nullable String settledBy,
            @Nullable Instant settledAt,
            @Nullable String note,
            List<CatalogBundlesApi.BundleLineView> lines) {}

    /** Why nothing is taken over. */
    record AcknowledgementRequest(@NotNull @Size(max = 500) String note) {}

    @GetMapping
    List<UpstreamView> list(Caller caller) {
        editors(caller);
        return upstreams.all().stream().map(this::view).toList();
    }

    /** Looks at all lists now. */
    @PostMapping("/looks")
    ResponseEntity<?> look(Caller caller, IdempotencyKey key) {
        caller.require(Role.PLATFORM_OPERATOR);
        watch.look(time.instant());
        return ResponseEntity.ok(upstreams.all().stream().map(this::view).toList());
    }

    /** Newest first. */
    @GetMapping("/{name}/reports")
    Page<UpstreamReportView> reports(Caller caller, @PathVariable String name, PageRequest page) {
        editors(caller);
        Upstream upstream = upstreams.named(name).orElseThrow(() -> new NotFound("upstream", name));
        String before = page.text();
        return Page.of(
                        reports.list(upstream.name(), before, page.fetch()),
                        page,
                        report -> List.of(report.id()))
                .map(this::view);
    }

    /** An editor of the region has read it; nothing is taken over. */
    @PostMapping("/reports/{id}/acknowledgement")
    ResponseEntity<?> acknowledge(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @Valid @RequestBody AcknowledgementRequest body) {
        editable(caller, id);
        return once(
                caller,
                key,
                id + "/acknowledgement",
                body,
                () -> settle.acknowledge(id, body.note(), Editing.actor(caller), time.instant()));
    }

    /** An editor of the region takes over what the upper level says, all of it or nothing. */
    @PostMapping("/reports/{id}/adoption")
    ResponseEntity<?> adopt(Caller caller, IdempotencyKey key, @PathVariable String id) {
        editable(caller, id);
        return once(
                caller,
                key,
                id + "/adoption",
                "",
                () -> settle.adopt(id, Editing.actor(caller), time.instant()));
    }

    private ResponseEntity<?> once(
            Caller caller,
            IdempotencyKey key,
            String path,
            Object body,
            Supplier<SettleReport.Outcome> action) {
        return posts.once(
                caller,
                key,
                "POST /catalog-upstreams/reports/" + path,
                body,
                () ->
                        switch (action.get()) {
                            case SettleReport.Outcome.Settled(var report) ->
                                    ResponseEntity.ok(view(report));
                            case SettleReport.Outcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                            case SettleReport.Outcome.NotNow(var objections) ->
                                    problems.conflict(objections);
                        });
    }

    private static void editors(Caller caller) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
    }

    private void editable(Caller caller, String id) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        UpstreamReport report = reports.find(id).orElseThrow(() -> new NotFound("report", id));
        Editing.require(caller, report.region());
    }

    private UpstreamView view(Upstream upstream) {
        UpstreamReports.Look look = reports.look(upstream.name()).orElse(null);
        return new UpstreamView(
                upstream.name(),
                upstream.region().value(),
                look == null ? null : look.at(),
                look == null ? null : look.failure());
    }

    private UpstreamReportView view(UpstreamReport report) {
        return new UpstreamReportView(
                report.id(),
                report.upstream(),
                report.region().value(),
                report.seenAt(),
                report.state(),
                report.settledBy(),
                report.settledAt(),
                report.note(),
                CatalogBundlesApi.BundleLineView.of(new BundleReport(report.lines()), told));
    }
}
