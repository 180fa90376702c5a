package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.editing.ChangeDraft;
import org.oneseal.catalog.editing.DiscardDraft;
import org.oneseal.catalog.editing.DraftItem;
import org.oneseal.catalog.events.ItemState;
import org.oneseal.catalog.items.Convenience;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.Reform;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.publishing.PublishItem;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be applied for. */
@RestController
@RequestMapping("/api/v1/items")
class ItemsApi extends DraftsApi<ContentBody, ItemOutcome> {

    private final Items items;
    private final ItemAnswers answers;
    private final Beginnings beginnings;
    private final DraftItem draft;
    private final Contents contents;
    private final ItemSummaryView.Summaries summaries;

    ItemsApi(
            Items items,
            ItemAnswers answers,
            Beginnings beginnings,
            DraftItem draft,
            ChangeDraft change,
            DiscardDraft discard,
            PublishItem publish,
            Contents contents,
            ItemSummaryView.Summaries summaries,
            Told told,
            InstantSource time) {
        super(
                answers,
                (code, expected, body, actor, now) ->
                        change.change(code, expected, contents.content(body), actor, now),
                discard::discard,
                (code, now) -> {
                    PublishItem.Check check = publish.check(code, now);
                    return told.check(check.objections(), check.remarks());
                },
                time);
        this.items = items;
        this.answers = answers;
        this.beginnings = beginnings;
        this.draft = draft;
        this.contents = contents;
        this.summaries = summaries;
    }

    /**
     * Items by name: a part of it, where someone wants to apply (items of the regions above count),
     * for whom, of which type, under which topic (for whom it is, where that is named), with which
     * reform or convenience, of which department. Editors also find the drafts of their region.
     */
    @GetMapping
    Page<ItemSummaryView> search(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable ServiceObject object,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable Reform reform,
            @RequestParam(required = false) @Nullable Convenience convenience,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable ItemStatus status,
            PageRequest page) {
        List<ItemSummary> found =
                items.search(
                        new ItemSearch(
                                q,
                                region == null ? null : Codes.region(region),
                                object,
                                new ItemSearch.Lists(type, topic, convenience, reform),
                                department,
                                status,
                                Editing.within(caller),
                                page.sortedBy(SortKey.TEXT, SortKey.TEXT).keyset(),
                                page.fetch()));
        return Page.of(found, page, item -> List.of(item.name(), item.code())).map(summaries::view);
    }

    @GetMapping("/{code}")
    ResponseEntity<ItemView> one(Caller caller, @PathVariable String code) {
        Item item = answers.find(caller, code);
        return answers.shown(200, item, answers.view(caller, item, List.of()));
    }

    @GetMapping("/{code}/versions")
    List<ItemVersionView> versions(Caller caller, @PathVariable String code) {
        return answers.find(caller, code).versions().stream().map(ItemVersionView::of).toList();
    }

    /** A published version with the item's state today, in the words of the items topic. */
    @GetMapping("/{code}/versions/{number}")
    ItemState version(Caller caller, @PathVariable String code, @PathVariable int number) {
        Item item = answers.find(caller, code);
        return item.numbered(number)
                .map(version -> answers.state(item, version))
                .orElseThrow(() -> new NotFound("version", code + "@" + number));
    }

    /** Begins a new item. */
    @PostMapping
    ResponseEntity<?> draft(
            Caller caller, IdempotencyKey key, @Valid @RequestBody ItemRequest body) {
        return beginnings.begin(
                caller,
                key,
                answers,
                body,
                draft::objections,
                (department, actor, now) ->
                        draft.draft(
                                body.code(),
                                department.region(),
                                department.code(),
                                contents.content(body.content()),
                                actor,
                                now));
    }

    @GetMapping("/{code}/draft")
    ResponseEntity<ContentBody> draft(Caller caller, @PathVariable String code) {
        Item item = answers.editable(caller, code);
        ItemContent content = item.draft();
        if (content == null) throw new NotFound("draft", code);
        return answers.shown(200, item, contents.body(content));
    }
}
