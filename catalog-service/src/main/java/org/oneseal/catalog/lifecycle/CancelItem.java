package org.oneseal.catalog.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.Items;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends intake for ever (取消), today or from a planned day on; running cases go on. */
@Component
public class CancelItem {

    private static final int BATCH = 100;
    private static final Actor TIMER = Actor.system("planned-cancellation");

    private final Items items;
    private final ItemDesk desk;

    CancelItem(Items items, ItemDesk desk) {
        this.items = items;
        this.desk = desk;
    }

    @Transactional
    public ItemOutcome cancel(
            String code, long expected, LocalDate from, String reason, Actor actor, Instant now) {
        return desk.change(
                code, expected, actor, now, item -> item.cancel(from, reason, ItemDesk.today(now)));
    }

    /** Carries out the cancellations whose day has come; returns how many. */
    @Transactional
    public int cancelDue(Instant now) {
        LocalDate today = ItemDesk.today(now);
        int done = 0;
        for (String code : items.cancellationsDue(today, BATCH)) {
            Item item = items.find(code).orElseThrow();
            if (desk.change(item, TIMER, now, i -> i.reachCancellation(today))
                    instanceof ItemOutcome.Done) {
                done++;
            }
        }
        return done;
    }
}
