package org.oneseal.catalog.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.items.Remark;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the draft of an item its next version, or tells everything that stands against it. */
@Component
public class PublishItem {

    private final Items items;
    private final ItemDesk desk;
    private final Fingerprints fingerprints;
    private final PublishChecks checks;

    PublishItem(Items items, ItemDesk desk, Fingerprints fingerprints, PublishChecks checks) {
        this.items = items;
        this.desk = desk;
        this.fingerprints = fingerprints;
        this.checks = checks;
    }

    /**
     * Publishes, by the rules of the day from which the version counts.
     *
     * @param effectiveFrom first day of intake under the new version, Asia/Shanghai
     */
    @Transactional
    public ItemOutcome publish(
            String code, long expected, LocalDate effectiveFrom, Actor actor, Instant now) {
        LocalDate today = ItemDesk.today(now);
        LocalDate day = EffectiveDay.soonest(effectiveFrom, today);
        return desk.change(
                code,
                expected,
                actor,
                now,
                item ->
                        item.publish(
                                checks.of(item, day), fingerprints, effectiveFrom, today, now));
    }

    /** What publishing the draft today would answer; nothing is changed. */
    @Transactional(readOnly = true)
    public Check check(String code, Instant now) {
        Item item = items.find(code).orElseThrow(() -> new NotFound("item", code));
        LocalDate today = ItemDesk.today(now);
        return switch (item.publish(checks.of(item, today), fingerprints, today, today, now)) {
            case ItemOutcome.Done done -> new Check(List.of(), done.remarks());
            case ItemOutcome.Objected objected -> new Check(objected.objections(), List.of());
            case ItemOutcome.NotNow not -> new Check(not.objections(), List.of());
        };
    }

    /** Answer of a trial. */
    public record Check(List<Objection> objections, List<Remark> remarks) {}
}
