package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Worklist;
import org.oneseal.cases.promises.PromiseState;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases as they are shown (办件). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class CasesApi {

    private final Reaches reaches;
    private final Acts acts;
    private final Cases cases;
    private final Worklist worklist;
    private final CaseViews views;
    private final WorkCalendars calendars;
    private final Words words;
    private final InstantSource time;

    CasesApi(
            Reaches reaches,
            Acts acts,
            Cases cases,
            Worklist worklist,
            CaseViews views,
            WorkCalendars calendars,
            Words words,
            InstantSource time) {
        this.reaches = reaches;
        this.acts = acts;
        this.cases = cases;
        this.worklist = worklist;
        this.views = views;
        this.calendars = calendars;
        this.words = words;
        this.time = time;
    }

    @GetMapping
    @Operation(summary = "List cases within the caller's scope")
    Page<Worklist.Row> list(
            @Parameter(hidden = true) Caller caller,
            PageRequest page,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestParam(defaultValue = "RECEIVED") Worklist.Order order,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable PromiseState promise) {
        Reach reach = reaches.of(caller, onBehalfOf);
        if (!reach.coverage().covers(item, null)) throw new NotFound("cases of item", "" + item);
        var wanted =
                new Worklist.Wanted(
                        order,
                        descending,
                        open,
                        overdue,
                        state,
                        item,
                        department,
                        region,
                        number,
                        promise == null ? null : promise.name(),
                        reach.staff());
        SortKey key = order == Worklist.Order.NUMBER ? SortKey.TEXT : SortKey.INSTANT;
        Instant now = time.instant();
        Page<Worklist.Row> rows =
                Page.of(
                        worklist.rows(
                                wanted,
                                reach.scope(),
                                page.sortedBy(key, SortKey.TEXT).keyset(),
                                page.fetch(),
                                now),
                        page,
                        row -> row.keyset(order));
        return reach.staff() ? rows : rows.map(row -> row.withoutStep(now));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a case")
    ResponseEntity<CaseView> read(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        CaseOnFile file = acts.file(reaches.of(caller, onBehalfOf), id);
        return ResponseEntity.ok().eTag(Versions.etag(file.version())).body(views.view(file));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "What happened to a case")
    TimelineView timeline(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        return TimelineView.of(acts.file(reach, id).value(), reach.staff(), words);
    }

    @GetMapping("/{id}/deadline")
    @Operation(summary = "By when a case is due, day by day")
    DeadlineView deadline(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        return DeadlineView.of(
                acts.file(reach, id), reach.staff(), calendars, words, time.instant());
    }

    @GetMapping(path = "/{id}/form", produces = "application/json")
    @Operation(summary = "The form as filled in")
    String form(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        if (reach.staff()) {
            caller.require(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER);
        }
        acts.file(reach, id);
        return cases.form(id).orElseThrow(() -> new NotFound("form of case", id));
    }
}
