package org.oneseal.catalog.lifecycle;

import java.time.Instant;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a suspension. */
@Component
public class ResumeItem {

    private final ItemDesk desk;

    ResumeItem(ItemDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public ItemOutcome resume(String code, long expected, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, Item::resume);
    }
}
