package org.oneseal.supervision.ruling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardTerms;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Conditions;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.watching.WatchKind;

/** Everything that speaks against a rule as somebody wants to set it. */
final class RuleChecks {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_GROUND = 200;
    private static final int MOST_AMOUNT = 1000;
    private static final int MOST_PRIORITY = 1000;
    private static final int MOST_TERM = 60;
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);
    private static final Set<Measure> FREE_OF_TIME =
            Set.of(Measure.UNANSWERED, Measure.MANUAL, Measure.OCCURRED, Measure.DECLARED_PAST);
    private static final Set<String> ROLES =
            Stream.of(
                            Role.WINDOW_CLERK,
                            Role.CASE_OFFICER,
                            Role.CHIEF_APPROVER,
                            Role.SUPERVISOR,
                            Role.HOTLINE_AGENT,
                            Role.MARKET_OPERATOR,
                            Role.CREDIT_OFFICER,
                            Role.AUDITOR)
                    .map(Role::realmName)
                    .collect(Collectors.toCollection(TreeSet::new));

    private final Conditions conditions;

    RuleChecks(Conditions conditions) {
        this.conditions = conditions;
    }

    /**
     * @param own region of who sets it
     * @param versions of the same code, whatever their region
     */
    List<Objection> check(CardRule rule, @Nullable RegionCode own, List<CardRule> versions) {
        List<Objection> found = new ArrayList<>();
        if (own == null || !own.contains(rule.region())) {
            found.add(Objection.of("rule-region-outside", rule.region().value()).at("/region"));
        }
        if (!CODE.matcher(rule.code()).matches() || rule.code().length() > LONGEST_CODE) {
            found.add(Objection.of("rule-code-malformed", rule.code(), LONGEST_CODE).at("/code"));
        }
        if (versions.stream()
                .anyMatch(v -> v.kind() != rule.kind() || v.colour() != rule.colour())) {
            CardRule taken = versions.getFirst();
            found.add(
                    Objection.of(
                                    "rule-code-taken",
                                    rule.code(),
                                    taken.colour().name(),
                                    taken.kind().name())
                            .at("/code"));
        }
        measure(rule, found);
        terms(rule, found);
        if (rule.ground().isBlank() || rule.ground().length() > LONGEST_GROUND) {
            found.add(Objection.of("rule-ground-missing", LONGEST_GROUND).at("/ground"));
        }
        recipients(rule, found);
        if (!rule.condition().isEmpty()
                && conditions.read(rule.condition()) instanceof Conditions.Faulty(var faults)) {
            faults.forEach(f -> found.add(f.at("/condition")));
        }
        return found;
    }

    private static void measure(CardRule rule, List<Objection> found) {
        if (rule.amount() > MOST_AMOUNT) {
            found.add(Objection.of("rule-amount-too-large", MOST_AMOUNT).at("/amount"));
        }
        if (Math.abs(rule.priority()) > MOST_PRIORITY) {
            found.add(Objection.of("rule-priority-too-large", MOST_PRIORITY).at("/priority"));
        }
        boolean remaining = rule.measure() == Measure.REMAINING;
        if (remaining != (rule.colour() == Colour.BLUE)) {
            found.add(Objection.of("rule-measure-unfit", rule.colour().name()).at("/measure"));
        }
        if (rule.measure() == Measure.UNANSWERED && rule.colour() != Colour.RED) {
            found.add(Objection.of("rule-unanswered-is-red").at("/colour"));
        }
        boolean timeless = rule.measure() == Measure.UNANSWERED || rule.measure() == Measure.MANUAL;
        boolean unfit =
                timeless
                        ? rule.measure() == Measure.MANUAL && rule.kind() != WatchKind.CASE
                        : rule.kind().isConduct() != (rule.measure() == Measure.OCCURRED);
        if (unfit) {
            found.add(Objection.of("rule-measure-not-of-kind", rule.kind().name()).at("/measure"));
        }
        if (FREE_OF_TIME.contains(rule.measure()) && rule.amount() != 0) {
            found.add(Objection.of("rule-amount-unfit", rule.measure().name()).at("/amount"));
        }
        if (remaining && rule.unit() == LimitUnit.MONTH) {
            found.add(Objection.of("rule-unit-unfit", rule.unit().name()).at("/unit"));
        }
    }

    private static void terms(CardRule rule, List<Objection> found) {
        CardTerms terms = rule.terms();
        int longest = Math.max(terms.feedback(), Math.max(terms.appeal(), terms.review()));
        if (longest > MOST_TERM) {
            found.add(Objection.of("rule-term-too-long", MOST_TERM).at("/terms"));
        }
    }

    private static void recipients(CardRule rule, List<Objection> found) {
        if (rule.recipients().isEmpty()) {
            found.add(Objection.of("rule-recipients-missing").at("/recipients"));
        }
        for (String role : rule.recipients()) {
            if (!ROLES.contains(role)) {
                found.add(
                        Objection.of("rule-recipient-unknown", role, String.join(", ", ROLES))
                                .at("/recipients"));
            }
        }
    }

    /** What is opened today goes by the rules of today already: a version begins tomorrow. */
    static List<Objection> days(LocalDate from, @Nullable LocalDate to, LocalDate today) {
        List<Objection> found = new ArrayList<>();
        if (!from.isAfter(today)) {
            found.add(
                    Objection.of("rule-begins-too-early", today.plusDays(1)).at("/effectiveFrom"));
        }
        if (to != null && to.isBefore(from)) {
            found.add(Objection.of("rule-ends-before-it-begins").at("/effectiveTo"));
        }
        day(from, "/effectiveFrom", found);
        if (to != null) day(to, "/effectiveTo", found);
        return found;
    }

    /** Nobody rules so far ahead, and no table holds it. */
    static void day(LocalDate day, String at, List<Objection> found) {
        if (day.isAfter(LAST_DAY)) {
            found.add(Objection.of("rule-day-implausible", LAST_DAY).at(at));
        }
    }
}
