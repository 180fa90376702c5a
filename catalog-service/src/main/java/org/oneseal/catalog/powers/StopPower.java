package org.oneseal.catalog.powers;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suspends a power, lets it go on, or ends it for ever, now or on a planned day. */
@Component
public class StopPower {

    private final PowerDesk desk;

    StopPower(PowerDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public PowerOutcome suspend(
            String code, long expected, String reason, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, p -> p.suspend(reason, ItemDesk.today(now)));
    }

    @Transactional
    public PowerOutcome resume(String code, long expected, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, p -> p.resume(ItemDesk.today(now)));
    }

    /**
     * Cancels.
     *
     * @param from first day without it, Asia/Shanghai
     */
    @Transactional
    public PowerOutcome cancel(
            String code, long expected, LocalDate from, String reason, Actor actor, Instant now) {
        return desk.change(
                code, expected, actor, now, p -> p.cancel(from, reason, ItemDesk.today(now)));
    }
}
