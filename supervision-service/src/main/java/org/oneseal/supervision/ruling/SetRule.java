package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Conditions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets a new version of a rule for a region, from tomorrow at the earliest. */
@Component
public class SetRule {

    private final RuleBook book;
    private final RuleChecks checks;

    SetRule(RuleBook book, Conditions conditions) {
        this.book = book;
        this.checks = new RuleChecks(conditions);
    }

    /** What became of it. */
    public sealed interface Outcome {}

    public record Set(CardRule rule) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * @param draft its version is not looked at
     * @param own region of who sets it
     */
    @Transactional
    public Outcome set(CardRule draft, @Nullable RegionCode own, Actor actor, Instant now) {
        List<CardRule> versions = book.versionsForUpdate(draft.code());
        List<Objection> objections = new ArrayList<>(checks.check(draft, own, versions));
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        objections.addAll(RuleChecks.days(draft.effectiveFrom(), draft.effectiveTo(), today));
        if (!objections.isEmpty()) return new Objected(objections);
        int newest = versions.stream().mapToInt(CardRule::version).max().orElse(0);
        CardRule rule = draft.asVersion(newest + 1);
        book.add(rule, actor, now);
        return new Set(rule);
    }
}
