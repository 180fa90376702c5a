package org.oneseal.catalog.web;

import java.util.List;
import org.oneseal.catalog.editing.CompareVersions;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an item said before, what has changed since, and who changed it. */
@RestController
@RequestMapping("/api/v1/items/{code}")
class ItemRecordApi {

    private final Items items;
    private final CompareVersions compare;
    private final ItemHistory history;

    ItemRecordApi(Items items, CompareVersions compare, ItemHistory history) {
        this.items = items;
        this.compare = compare;
        this.history = history;
    }

    /** What differs from one published version to another, field by field. */
    @GetMapping("/versions/{from}/difference")
    List<Difference> difference(
            Caller caller,
            @PathVariable String code,
            @PathVariable int from,
            @RequestParam int to) {
        Item item = items.find(code).orElseThrow(() -> new NotFound("item", code));
        return compare.compare(item, from, to)
                .orElseThrow(() -> new NotFound("version", code + "@" + from + ".." + to));
    }

    /** What publishing the draft would change of the last version. */
    @GetMapping("/draft/difference")
    List<Difference> draftDifference(Caller caller, @PathVariable String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Item item =
                items.find(code)
                        .filter(i -> Editing.covers(caller, i.region()))
                        .orElseThrow(() -> new NotFound("item", code));
        return compare.compareDraft(item).orElseThrow(() -> new NotFound("draft", code));
    }

    /** Who did what and when, newest first; for the editors of the region and for auditors. */
    @GetMapping("/history")
    Page<ItemHistoryView> history(Caller caller, @PathVariable String code, PageRequest page) {
        Item item =
                Histories.readable(
                        caller, items.find(code), i -> List.of(i.region()), "item", code);
        return Histories.page(
                page,
                (before, limit) -> history.before(item.code(), before, limit),
                ItemHistoryView::of);
    }
}
