package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.editing.ChangeDraft;
import org.oneseal.catalog.editing.DiscardDraft;
import org.oneseal.catalog.editing.DraftItem;
import org.oneseal.catalog.events.ItemState;
import org.oneseal.catalog.importing.ImportItems;
import org.oneseal.catalog.importing.ImportOutcome;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemStates;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.Remark;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.lifecycle.CancelItem;
import org.oneseal.catalog.lifecycle.ResumeItem;
import org.oneseal.catalog.lifecycle.SuspendItem;
import org.oneseal.catalog.publishing.PublishItem;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be applied for. */
@RestController
@RequestMapping("/api/v1/items")
class ItemsApi {

    private final Items items;
    private final Departments departments;
    private final DraftItem draft;
    private final ChangeDraft change;
    private final DiscardDraft discard;
    private final PublishItem publish;
    private final SuspendItem suspend;
    private final ResumeItem resume;
    private final CancelItem cancel;
    private final ImportItems imports;
    private final ItemStates states;
    private final Contents contents;
    private final ItemSummaryView.Summaries summaries;
    private final Told told;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    ItemsApi(
            Items items,
            Departments departments,
            DraftItem draft,
            ChangeDraft change,
            DiscardDraft discard,
            PublishItem publish,
            SuspendItem suspend,
            ResumeItem resume,
            CancelItem cancel,
            ImportItems imports,
            ItemStates states,
            Contents contents,
            ItemSummaryView.Summaries summaries,
            Told told,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.items = items;
        this.departments = departments;
        this.draft = draft;
        this.change = change;
        this.discard = discard;
        this.publish = publish;
        this.suspend = suspend;
        this.resume = resume;
        this.cancel = cancel;
        this.imports = imports;
        this.states = states;
        this.contents = contents;
        this.summaries = summaries;
        this.told = told;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * Items by name: a part of it, where someone wants to apply (items of the regions above count),
     * for whom, of which department. Editors also find the drafts of their region.
     */
    @GetMapping
    Page<ItemSummaryView> search(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable ServiceObject object,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable ItemStatus status,
            PageRequest page) {
        List<ItemSummary> found =
                items.search(
                        new ItemSearch(
                                q,
                                region == null ? null : Codes.region(region),
                                object,
                                department,
                                status,
                                Editing.within(caller),
                                page.sortedBy(SortKey.TEXT, SortKey.TEXT).keyset(),
                                page.fetch()));
        return Page.of(found, page, item -> List.of(item.name(), item.code())).map(summaries::view);
    }

    @GetMapping("/{code}")
    ResponseEntity<ItemView> one(Caller caller, @PathVariable String code) {
        Item item = find(caller, code);
        return ResponseEntity.ok()
                .eTag(Versions.etag(item.version()))
                .body(view(caller, item, List.of()));
    }

    @GetMapping("/{code}/versions")
    List<ItemVersionView> versions(Caller caller, @PathVariable String code) {
        return find(caller, code).versions().stream().map(ItemVersionView::of).toList();
    }

    /** A published version with the item's state today, in the words of the items topic. */
    @GetMapping("/{code}/versions/{number}")
    ItemState version(Caller caller, @PathVariable String code, @PathVariable int number) {
        Item item = find(caller, code);
        return item.versions().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(version -> states.state(item, version, department(item.department())))
                .orElseThrow(() -> new NotFound("version", code + "@" + number));
    }

    /** Begins a new item. */
    @PostMapping
    ResponseEntity<?> draft(
            Caller caller, IdempotencyKey key, @Valid @RequestBody ItemRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Department department = departments.find(body.department()).orElse(null);
        if (department == null) {
            return problems.unprocessable(
                    List.of(
                            Objection.of("department-unknown", body.department())
                                    .at("/department")));
        }
        Editing.require(caller, department.region());
        return posts.once(
                caller,
                key,
                "POST /items",
                body,
                () ->
                        answer(
                                caller,
                                201,
                                draft.draft(
                                        body.code(),
                                        department.region(),
                                        department.code(),
                                        contents.content(body.content()),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    @GetMapping("/{code}/draft")
    ResponseEntity<ContentBody> draft(Caller caller, @PathVariable String code) {
        Item item = editable(caller, code);
        ItemContent content = item.draft();
        if (content == null) throw new NotFound("draft", code);
        return ResponseEntity.ok().eTag(Versions.etag(item.version())).body(contents.body(content));
    }

    /** Replaces the draft. */
    @PutMapping("/{code}/draft")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody ContentBody body) {
        editable(caller, code);
        return answer(
                caller,
                200,
                change.change(
                        code,
                        version.value(),
                        contents.content(body),
                        Editing.actor(caller),
                        time.instant()));
    }

    @DeleteMapping("/{code}/draft")
    ResponseEntity<?> discard(Caller caller, ExpectedVersion version, @PathVariable String code) {
        editable(caller, code);
        return answer(
                caller,
                200,
                discard.discard(code, version.value(), Editing.actor(caller), time.instant()));
    }

    /** What publishing the draft today would answer; nothing changes. */
    @GetMapping("/{code}/draft/check")
    CheckView check(Caller caller, @PathVariable String code) {
        editable(caller, code);
        PublishItem.Check check = publish.check(code, time.instant());
        return new CheckView(
                check.objections().isEmpty(), told.told(check.objections()), check.remarks());
    }

    /** Publishes the draft as the next version. */
    @PostMapping("/{code}/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody PublicationRequest body) {
        editable(caller, code);
        Instant now = time.instant();
        LocalDate from = orToday(body.effectiveFrom(), now);
        return posts.once(
                caller,
                key,
                "POST /items/" + code + "/versions",
                version,
                body,
                () ->
                        answer(
                                caller,
                                201,
                                publish.publish(
                                        code, version.value(), from, Editing.actor(caller), now)));
    }

    /** Stops intake for a while. */
    @PostMapping("/{code}/suspension")
    ResponseEntity<?> suspend(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        editable(caller, code);
        return posts.once(
                caller,
                key,
                "POST /items/" + code + "/suspension",
                version,
                body,
                () ->
                        answer(
                                caller,
                                200,
                                suspend.suspend(
                                        code,
                                        version.value(),
                                        body.reason(),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** Takes cases again. */
    @DeleteMapping("/{code}/suspension")
    ResponseEntity<?> resume(Caller caller, ExpectedVersion version, @PathVariable String code) {
        editable(caller, code);
        return answer(
                caller,
                200,
                resume.resume(code, version.value(), Editing.actor(caller), time.instant()));
    }

    /** Ends intake for ever, today or from a planned day on. */
    @PostMapping("/{code}/cancellation")
    ResponseEntity<?> cancel(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody CancellationRequest body) {
        editable(caller, code);
        Instant now = time.instant();
        LocalDate from = orToday(body.from(), now);
        return posts.once(
                caller,
                key,
                "POST /items/" + code + "/cancellation",
                version,
                body,
                () ->
                        answer(
                                caller,
                                200,
                                cancel.cancel(
                                        code,
                                        version.value(),
                                        from,
                                        body.reason(),
                                        Editing.actor(caller),
                                        now)));
    }

    /** Takes in the item list of a region as CSV; a second time nothing changes. */
    @PostMapping(path = "/imports", consumes = "text/csv")
    ResponseEntity<?> importItems(
            Caller caller,
            IdempotencyKey key,
            @RequestParam String region,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody String csv) {
        RegionCode where = Codes.region(region);
        Editing.require(caller, where);
        return posts.once(
                caller,
                key,
                "POST /items/imports?region=" + region + "&dryRun=" + dryRun,
                csv,
                () ->
                        switch (imports.importItems(
                                where, csv, dryRun, Editing.actor(caller), time.instant())) {
                            case ImportOutcome.Imported(var report) ->
                                    ResponseEntity.ok()
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .body(ImportView.of(report, dryRun, told));
                            case ImportOutcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    private ResponseEntity<?> answer(Caller caller, int status, ItemOutcome outcome) {
        return switch (outcome) {
            case ItemOutcome.Done(var item, _, var remarks) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(item.version()))
                            .body(view(caller, item, remarks));
            case ItemOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case ItemOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    /** A draft never published is there for the editors of its region only. */
    private Item find(Caller caller, String code) {
        return items.find(code)
                .filter(item -> !item.versions().isEmpty() || Editing.covers(caller, item.region()))
                .orElseThrow(() -> new NotFound("item", code));
    }

    private Item editable(Caller caller, String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Item item = find(caller, code);
        Editing.require(caller, item.region());
        return item;
    }

    private ItemView view(Caller caller, Item item, List<Remark> remarks) {
        ItemContent content = Editing.covers(caller, item.region()) ? item.draft() : null;
        return new ItemView(
                item.code(),
                item.region().value(),
                item.department(),
                item.status(),
                item.statusReason(),
                item.suspensionReason(),
                item.cancellationReason(),
                item.cancelledFrom(),
                item.version(),
                state(item, item.latest()),
                state(item, item.governing(LocalDate.ofInstant(time.instant(), WorkCalendar.ZONE))),
                content == null ? null : contents.body(content),
                remarks);
    }

    private @Nullable ItemState state(Item item, Optional<ItemVersion> version) {
        return version.map(v -> states.state(item, v, department(item.department()))).orElse(null);
    }

    private Department department(String code) {
        return departments.find(code).orElseThrow();
    }

    private static LocalDate orToday(@Nullable LocalDate day, Instant now) {
        return day == null ? LocalDate.ofInstant(now, WorkCalendar.ZONE) : day;
    }
}
