package org.oneseal.catalog.lifecycle;

import java.time.Instant;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops intake for a while (暂停); running cases go on. */
@Component
public class SuspendItem {

    private final ItemDesk desk;

    SuspendItem(ItemDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public ItemOutcome suspend(
            String code, long expected, String reason, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, item -> item.suspend(reason));
    }
}
