package org.oneseal.supervision.ruling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.Knowledge;
import org.oneseal.supervision.supervising.Replay;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Conditions;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a rule on the past: which cards the watches opened in a period would have drawn with it,
 * beside those they draw without it. Nothing is kept and nobody is told. What lies on no watch's
 * way cannot be tried: nobody knows which of these cards would have been answered.
 */
@Component
public class TryRule {

    private static final int LONGEST_DAYS = 366;
    private static final int FIRST_YEAR = 1949;
    private static final int MOST_CASES = 20_000;
    private static final int AT_ONCE = 500;
    private static final int MOST_SHOWN = 100;

    private final RuleBook book;
    private final PastCases past;
    private final Knowledge knowledge;
    private final RuleChecks checks;
    private final TransactionTemplate transactions;

    TryRule(
            RuleBook book,
            PastCases past,
            Knowledge knowledge,
            Conditions conditions,
            TransactionTemplate transactions) {
        this.book = book;
        this.past = past;
        this.knowledge = knowledge;
        this.checks = new RuleChecks(conditions);
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /**
     * @param cases looked at
     * @param complete false if there were more cases than are looked at in one go
     * @param next where to go on then, null when complete
     * @param without cards by colour with the rules as they are
     * @param with cards by colour if the rule had been in force
     * @param added cards that only the rule draws, the first hundred
     * @param dropped cards that the rule would have spared, the first hundred
     */
    public record Tried(
            int cases,
            boolean complete,
            @Nullable String next,
            Map<Colour, Long> without,
            Map<Colour, Long> with,
            long addedCount,
            long droppedCount,
            List<Shown> added,
            List<Shown> dropped)
            implements Outcome {}

    /** A card of the trial. */
    public record Shown(
            String watchId,
            String caseNumber,
            @Nullable String department,
            Colour colour,
            String rule,
            Instant threshold) {}

    public record Objected(List<Objection> objections) implements Outcome {}

    /**
     * What a rule is tried on.
     *
     * @param from first day on which the watches were opened
     * @param to last one
     * @param after {@code next} of the trial that this one goes on with; empty for the beginning
     * @param most cases to be looked at in one go, null for as many as can be
     */
    public record Past(LocalDate from, LocalDate to, String after, @Nullable Integer most) {}

    /**
     * @param own region of who tries
     */
    public Outcome tryOn(CardRule draft, Past over, @Nullable RegionCode own, Instant now) {
        LocalDate from = over.from();
        LocalDate to = over.to();
        List<Objection> objections =
                new ArrayList<>(checks.check(draft, own, book.versions(draft.code())));
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        if (to.isBefore(from)
                || to.isAfter(today)
                || from.getYear() < FIRST_YEAR
                || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            objections.add(Objection.of("trial-period-invalid", LONGEST_DAYS).at("/from"));
        }
        if (!draft.measure().isOnCourse()) {
            objections.add(
                    Objection.of("trial-measure-unfit", draft.measure().name())
                            .at("/rule/measure"));
        }
        int most = over.most() == null ? MOST_CASES : over.most();
        if (most < 1 || most > MOST_CASES) {
            objections.add(Objection.of("trial-most-invalid", MOST_CASES).at("/most"));
        }
        if (!objections.isEmpty()) return new Objected(objections);
        CardRules without = knowledge.rules();
        CardRule tried = draft.asVersion(Integer.MAX_VALUE).since(from);
        Comparison comparison = new Comparison(without, without.with(tried), draft, now);
        Instant begin = from.atStartOfDay(WorkCalendar.ZONE).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
        String after = over.after();
        while (comparison.cases < most) {
            List<Dossier> some =
                    past.opened(
                            draft.kind(),
                            draft.region(),
                            draft.itemCode(),
                            begin,
                            end,
                            after,
                            Math.min(AT_ONCE, most - comparison.cases));
            if (some.isEmpty()) return comparison.result(null);
            Norms norms = norms(some);
            some.forEach(dossier -> comparison.look(dossier, norms, begin, end));
            after = some.getLast().head().caseId();
        }
        return comparison.result(after);
    }

    private Norms norms(List<Dossier> some) {
        return java.util.Objects.requireNonNull(
                transactions.execute(
                        _ -> knowledge.norms(some.stream().map(Dossier::head).toList())));
    }

    /** Counts with and without the rule, case by case. */
    private static final class Comparison {
        private final CardRules rulesWithout;
        private final CardRules rulesWith;
        private final CardRule draft;
        private final Instant now;
        private final Map<Colour, Long> without = zeros();
        private final Map<Colour, Long> with = zeros();
        private final List<Shown> added = new ArrayList<>();
        private final List<Shown> dropped = new ArrayList<>();
        private long addedCount;
        private long droppedCount;
        private int cases;

        Comparison(CardRules rulesWithout, CardRules rulesWith, CardRule draft, Instant now) {
            this.rulesWithout = rulesWithout;
            this.rulesWith = rulesWith;
            this.draft = draft;
            this.now = now;
        }

        private static Map<Colour, Long> zeros() {
            Map<Colour, Long> zeros = new EnumMap<>(Colour.class);
            for (Colour colour : Colour.values()) zeros.put(colour, 0L);
            return zeros;
        }

        void look(Dossier dossier, Norms norms, Instant begin, Instant end) {
            cases++;
            var before = cards(new Replay(norms, rulesWithout), dossier, begin, end, without);
            var after = cards(new Replay(norms, rulesWith), dossier, begin, end, with);
            addedCount += differ(after, before, added);
            droppedCount += differ(before, after, dropped);
        }

        /** By watch, rule and threshold: another threshold is another card. */
        private Map<String, Shown> cards(
                Replay replay,
                Dossier dossier,
                Instant begin,
                Instant end,
                Map<Colour, Long> counts) {
            Map<String, Shown> found = new LinkedHashMap<>();
            for (Replay.Drawn drawn : replay.cards(dossier, now)) {
                var watch = drawn.watch();
                if (watch.kind() != draft.kind()
                        || watch.openedAt().isBefore(begin)
                        || !watch.openedAt().isBefore(end)) {
                    continue;
                }
                var crossing = drawn.crossing();
                counts.merge(crossing.colour(), 1L, Long::sum);
                found.put(
                        watch.id() + " " + crossing.rule() + " " + crossing.at(),
                        new Shown(
                                watch.id(),
                                watch.head().caseNumber(),
                                watch.head().department(),
                                crossing.colour(),
                                crossing.rule(),
                                crossing.at()));
            }
            return found;
        }

        private static long differ(
                Map<String, Shown> these, Map<String, Shown> those, List<Shown> shown) {
            long count = 0;
            for (Map.Entry<String, Shown> card : these.entrySet()) {
                if (those.containsKey(card.getKey())) continue;
                count++;
                if (shown.size() < MOST_SHOWN) shown.add(card.getValue());
            }
            return count;
        }

        Tried result(@Nullable String next) {
            return new Tried(
                    cases,
                    next == null,
                    next,
                    without,
                    with,
                    addedCount,
                    droppedCount,
                    List.copyOf(added),
                    List.copyOf(dropped));
        }
    }
}
