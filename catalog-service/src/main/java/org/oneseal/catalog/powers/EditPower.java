package org.oneseal.catalog.powers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.powers.PowerOutcome.NotNow;
import org.oneseal.catalog.powers.PowerOutcome.Objected;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a power, replaces its draft or throws it away. */
@Component
public class EditPower {

    private final Powers powers;
    private final PowerDesk desk;
    private final PowerDigests digests;
    private final PowerRuleBook ruleBook;

    EditPower(Powers powers, PowerDesk desk, PowerDigests digests, PowerRuleBook ruleBook) {
        this.powers = powers;
        this.desk = desk;
        this.digests = digests;
        this.ruleBook = ruleBook;
    }

    /** What stands against a new power of that code, whoever is to exercise it. */
    @Transactional(readOnly = true)
    public List<Objection> objections(String code) {
        if (!ImplementationCode.isValid(code)) {
            return List.of(
                    Objection.of("implementation-code-invalid", code)
                            .withGround(PowerChecks.ITEM_STANDARD)
                            .at("/code"));
        }
        return powers.find(code).isEmpty()
                ? List.of()
                : List.of(Objection.of("item-code-taken", code).at("/code"));
    }

    /**
     * Begins the power. What is applied for is kept as an item, so that it is not entered twice.
     *
     * @param department of the region, whose existence the caller has made sure of
     */
    @Transactional
    public PowerOutcome begin(
            String code,
            RegionCode region,
            String department,
            PowerContent content,
            Actor actor,
            Instant now) {
        if (!ImplementationCode.isValid(code)) return new Objected(objections(code));
        if (powers.find(code).isPresent()) return new NotNow(objections(code));
        String type = new ImplementationCode(code).matter().itemType();
        LocalDate today = ItemDesk.today(now);
        if (ruleBook.on(region, today).type(type).isEmpty()) {
            return new Objected(List.of(PowerChecks.noPower(type).at("/code")));
        }
        PowerOutcome.Done begun = Power.begin(code, region, department, content, digests);
        return desk.store(begun.power(), actor, now, begun);
    }

    @Transactional
    public PowerOutcome change(
            String code, long expected, PowerContent content, Actor actor, Instant now) {
        LocalDate today = ItemDesk.today(now);
        return desk.change(code, expected, actor, now, p -> p.edit(content, digests, today));
    }

    @Transactional
    public PowerOutcome discard(String code, long expected, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, p -> p.discardDraft(digests));
    }
}
