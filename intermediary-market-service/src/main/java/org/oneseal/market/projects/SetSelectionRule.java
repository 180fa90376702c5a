package org.oneseal.market.projects;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.events.SelectionRuleSet;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A market operator sets how institutions are selected in a region from a day on. What is announced
 * already keeps the rule it was announced by.
 */
@Component
public class SetSelectionRule {

    private static final int YEARS_AHEAD = 2;

    private final SelectionRules rules;
    private final Journal journal;
    private final Ids ids;

    SetSelectionRule(SelectionRules rules, Journal journal, Ids ids) {
        this.rules = rules;
        this.journal = journal;
        this.ids = ids;
    }

    /** The rule wanted, as numbers; minutes, hours and days as their names say. */
    public record Wanted(
            RegionCode region,
            Terms.Fund fund,
            LocalDate effectiveFrom,
            int minimum,
            int extensions,
            int extensionHours,
            int signUpMinutes,
            int signUpDays,
            int valueMinutes,
            int revealMinutes,
            int confirmDays,
            int contractDays,
            @Nullable Long priceLimitFen,
            String ground) {

        SelectionRule rule(String id) {
            return new SelectionRule(
                    id,
                    minimum,
                    extensions,
                    Duration.ofHours(extensionHours),
                    Duration.ofMinutes(signUpMinutes),
                    Duration.ofDays(signUpDays),
                    Duration.ofMinutes(valueMinutes),
                    Duration.ofMinutes(revealMinutes),
                    confirmDays,
                    contractDays,
                    priceLimitFen,
                    ground);
        }

        SelectionRuleSet event(String id) {
            return new SelectionRuleSet(
                    id,
                    region.value(),
                    fund.name(),
                    effectiveFrom,
                    minimum,
                    extensions,
                    extensionHours,
                    signUpMinutes,
                    signUpDays,
                    valueMinutes,
                    revealMinutes,
                    confirmDays,
                    contractDays,
                    priceLimitFen,
                    ground);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Set(SelectionRules.Entry entry) implements Outcome {}

        record Objected(List<Objection> objections) implements Outcome {}

        /** Another rule begins on the same day. */
        record Taken(Objection objection) implements Outcome {}
    }

    @Transactional
    public Outcome set(Wanted wanted, Actor actor, String by, Instant now) {
        List<Objection> objections = objections(wanted, Project.dayOf(now));
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        String id = ids.next(wanted.region());
        var addition =
                new SelectionRules.Addition(
                        wanted.region(), wanted.fund(), wanted.effectiveFrom(), wanted.rule(id));
        if (!rules.add(addition, by, now)) {
            return new Outcome.Taken(
                    Objection.of("rule-same-day", wanted.effectiveFrom().toString())
                            .at("/effectiveFrom"));
        }
        SelectionRuleSet event = wanted.event(id);
        journal.append(
                Chain.start("selection-rule", id),
                actor,
                List.of(
                        new Happening(
                                event.type(),
                                now,
                                Placement.of(wanted.region().value(), null),
                                event)));
        return new Outcome.Set(new SelectionRules.Entry(addition, null, by, now));
    }

    private List<Objection> objections(Wanted wanted, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (wanted.effectiveFrom().isBefore(today)) {
            objections.add(Objection.of("rule-in-the-past", today.toString()).at("/effectiveFrom"));
        }
        LocalDate latest = today.plusYears(YEARS_AHEAD);
        if (wanted.effectiveFrom().isAfter(latest)) {
            objections.add(
                    Objection.of("rule-too-far-ahead", latest.toString()).at("/effectiveFrom"));
        }
        SelectionRule rule = wanted.rule("");
        if (rule.signUp().compareTo(rule.longestSignUp()) > 0) {
            objections.add(Objection.of("sign-up-range").at("/signUpMinutes"));
        }
        if (objections.isEmpty() && !wanted.region().equals(RegionCode.NATION)) {
            objections.addAll(laxer(wanted, above(wanted)));
        }
        return objections;
    }

    /** What protects public money may be made stricter below, never laxer. */
    private static List<Objection> laxer(Wanted wanted, SelectionRule above) {
        List<Objection> objections = new ArrayList<>();
        if (wanted.minimum() < above.minimum()) {
            objections.add(
                    Objection.of("rule-minimum-below", above.minimum())
                            .withGround(above.ground())
                            .at("/minimum"));
        }
        Long limit = above.priceLimitFen();
        Long own = wanted.priceLimitFen();
        if (limit != null && (own == null || own > limit)) {
            objections.add(
                    Objection.of("rule-price-limit-above", limit)
                            .withGround(above.ground())
                            .at("/priceLimitFen"));
        }
        return objections;
    }

    private SelectionRule above(Wanted wanted) {
        RegionCode parent = wanted.region().parent();
        return rules.inForce(
                parent == null ? RegionCode.NATION : parent, wanted.fund(), wanted.effectiveFrom());
    }
}
