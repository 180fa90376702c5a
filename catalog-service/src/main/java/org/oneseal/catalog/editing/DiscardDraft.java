package org.oneseal.catalog.editing;

import java.time.Instant;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws the draft of a published item away; its history keeps that there was one. */
@Component
public class DiscardDraft {

    private final ItemDesk desk;
    private final Fingerprints fingerprints;

    DiscardDraft(ItemDesk desk, Fingerprints fingerprints) {
        this.desk = desk;
        this.fingerprints = fingerprints;
    }

    @Transactional
    public ItemOutcome discard(String code, long expected, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, item -> item.discardDraft(fingerprints));
    }
}
