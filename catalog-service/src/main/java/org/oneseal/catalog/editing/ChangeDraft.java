package org.oneseal.catalog.editing;

import java.time.Instant;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the draft of an item, or begins one beside its published versions. */
@Component
public class ChangeDraft {

    private final ItemDesk desk;
    private final Fingerprints fingerprints;

    ChangeDraft(ItemDesk desk, Fingerprints fingerprints) {
        this.desk = desk;
        this.fingerprints = fingerprints;
    }

    @Transactional
    public ItemOutcome change(
            String code, long expected, ItemContent content, Actor actor, Instant now) {
        return desk.change(
                code,
                expected,
                actor,
                now,
                item -> item.edit(content, Origin.EDITOR, fingerprints));
    }
}
