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

/**
 * Lets planned versions (计划生效) take effect when their day begins in Asia/Shanghai. Each does so
 * once, however many replicas look.
 */
@Component
public class SwitchVersions {

    private static final int BATCH = 100;
    private static final Actor TIMER = Actor.system("planned-version");

    private final Items items;
    private final ItemDesk desk;

    SwitchVersions(Items items, ItemDesk desk) {
        this.items = items;
        this.desk = desk;
    }

    /** Switches a batch of the items that are due; returns how many. */
    @Transactional
    public int switchDue(Instant now) {
        LocalDate today = ItemDesk.today(now);
        int done = 0;
        for (String code : items.switchesDue(today, BATCH)) {
            Item item = items.find(code).orElseThrow();
            if (desk.change(item, TIMER, now, i -> i.takeEffect(today))
                    instanceof ItemOutcome.Done) {
                done++;
            }
        }
        return done;
    }
}
