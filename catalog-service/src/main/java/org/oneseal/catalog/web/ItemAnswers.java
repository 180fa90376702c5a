package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.events.ItemState;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemStates;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.Remark;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the routes of items answer, and what they show to whom. */
@Component
class ItemAnswers extends DraftedAnswers<Item, ItemOutcome> {

    private final Departments departments;
    private final ItemStates states;
    private final Contents contents;
    private final Problems problems;

    ItemAnswers(
            Items items,
            Departments departments,
            ItemStates states,
            Contents contents,
            Problems problems,
            IdempotentPosts posts,
            InstantSource time) {
        super("item", "/items", items::find, posts, time);
        this.departments = departments;
        this.states = states;
        this.contents = contents;
        this.problems = problems;
    }

    @Override
    ResponseEntity<?> answer(Caller caller, int status, ItemOutcome outcome) {
        return switch (outcome) {
            case ItemOutcome.Done(var item, _, var remarks) ->
                    shown(status, item, view(caller, item, remarks));
            case ItemOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case ItemOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    ItemView view(Caller caller, Item item, List<Remark> remarks) {
        boolean edits = Editing.covers(caller, item.region());
        ItemContent content = edits ? item.draft() : null;
        Review review = edits ? item.review() : null;
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
                state(item, item.governing(today())),
                content == null ? null : contents.body(content),
                edits ? item.editorialState() : null,
                review == null ? null : review.reason(),
                remarks);
    }

    /** A version in the words of the items topic. */
    ItemState state(Item item, ItemVersion version) {
        return states.state(item, version, departments.find(item.department()).orElseThrow());
    }

    private @Nullable ItemState state(Item item, Optional<ItemVersion> version) {
        return version.map(v -> state(item, v)).orElse(null);
    }
}
