package org.oneseal.catalog.editing;

import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.items.ContentTrees;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemVersion;
import org.springframework.stereotype.Component;

/** Says what differs between two versions of an item, or between the last one and the draft. */
@Component
public class CompareVersions {

    private final ContentTrees trees;

    CompareVersions(ContentTrees trees) {
        this.trees = trees;
    }

    /** Field by field; empty where the item has no such version. */
    public Optional<List<Difference>> compare(Item item, int from, int to) {
        return item.numbered(from)
                .flatMap(
                        before -> item.numbered(to).map(after -> between(before, after.content())));
    }

    /** What publishing the draft would change; empty without a draft or a published version. */
    public Optional<List<Difference>> compareDraft(Item item) {
        ItemContent draft = item.draft();
        if (draft == null) return Optional.empty();
        return item.latest().map(last -> between(last, draft));
    }

    private List<Difference> between(ItemVersion before, ItemContent after) {
        return Differences.between(trees.tree(before.content()), trees.tree(after));
    }
}
