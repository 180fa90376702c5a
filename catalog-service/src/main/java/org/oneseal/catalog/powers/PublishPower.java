package org.oneseal.catalog.powers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the draft of a power its next version, or tells everything that stands against it. */
@Component
public class PublishPower {

    private final PowerDesk desk;
    private final CheckPower checks;
    private final PowerDigests digests;

    PublishPower(PowerDesk desk, CheckPower checks, PowerDigests digests) {
        this.desk = desk;
        this.checks = checks;
        this.digests = digests;
    }

    /**
     * Publishes, by the rules of the day from which the version counts.
     *
     * @param from first day of the new version, Asia/Shanghai
     */
    @Transactional
    public PowerOutcome publish(
            String code, long expected, LocalDate from, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, power -> trial(power, from, now));
    }

    /** What publishing the draft today would object to; nothing is changed. */
    @Transactional(readOnly = true)
    public List<Objection> check(String code, Instant now) {
        return switch (trial(desk.find(code), ItemDesk.today(now), now)) {
            case PowerOutcome.Done _ -> List.of();
            case PowerOutcome.Objected(var objections) -> objections;
            case PowerOutcome.NotNow(var objections) -> objections;
        };
    }

    private PowerOutcome trial(Power power, LocalDate from, Instant now) {
        LocalDate today = ItemDesk.today(now);
        LocalDate day = EffectiveDay.soonest(from, today);
        return power.publish(checks.check(power, day), digests, from, today, now);
    }
}
