package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.WatchKind;

/**
 * Cards are acts: cases whose facts become known long after they happened, and out of their order.
 * What was issued and still stands is what the ordered run draws, but for the mild cards that
 * nobody is given in retrospect.
 */
class LateCardsTest {

    /** What begins with small seeds begins alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Instant NOW = CaseFixture.at("2026-12-01T10:00:00");
    private static final String WATCH = "431103-case.case";

    @Test
    void what_stands_is_what_the_ordered_run_draws() {
        int doubted = 0;
        int late = 0;
        for (long seed = 1; seed <= 2000; seed++) {
            Random random = new Random(seed * SPREAD);
            Examination examination =
                    new Examination(CaseFixture.norms(), CaseFixture.rules(), null, List.of());
            told(random).forEach(news -> examination.take(news, null));
            Set<Colour> issued = EnumSet.noneOf(Colour.class);
            examination.draws().stream()
                    .filter(d -> d.watch().kind() == WatchKind.CASE)
                    .forEach(d -> issued.add(d.crossing().colour()));
            examination.watches().stream()
                    .filter(k -> k.watch().kind() == WatchKind.CASE)
                    .forEach(k -> k.due(NOW).forEach(c -> issued.add(c.colour())));
            Set<Colour> ordered = examination.supported(WATCH, NOW);
            Set<Colour> standing = EnumSet.copyOf(issued);
            standing.retainAll(ordered);
            if (!issued.equals(standing)) doubted++;
            if (!standing.equals(ordered)) late++;
            assertThat(standing.contains(Colour.RED))
                    .as("seed %d: %s of %s", seed, issued, ordered)
                    .isEqualTo(ordered.contains(Colour.RED));
        }
        assertThat(doubted).isPositive();
        assertThat(late).isPositive();
    }

    /** A case of the platform's own, as it becomes known. */
    private static List<News> told(Random random) {
        List<News> facts = new ArrayList<>();
        Instant at = CaseFixture.at("2026-03-02T10:00:00");
        facts.add(
                news(
                        new CaseFact.Accepted(
                                told(1, at, random),
                                at,
                                false,
                                TimeLimit.workingDays(20),
                                TimeLimit.workingDays(5),
                                null)));
        long sequence = 1;
        for (int i = random.nextInt(3); i > 0; i--) {
            at = at.plusSeconds(1000 + random.nextInt(900_000));
            String procedure = "p" + sequence;
            facts.add(
                    news(
                            new CaseFact.Suspended(
                                    told(++sequence, at, random),
                                    procedure,
                                    1 + random.nextInt(10))));
            at = at.plusSeconds(1000 + random.nextInt(900_000));
            facts.add(news(new CaseFact.Resumed(told(++sequence, at, random), procedure)));
        }
        if (random.nextInt(4) > 0) {
            at = at.plusSeconds(1000 + random.nextInt(3_000_000));
            facts.add(news(new CaseFact.Finished(told(++sequence, at, random), "6")));
        }
        facts.sort(Comparator.comparing((News n) -> n.fact().told().recordedAt()));
        return facts;
    }

    private static Told told(long sequence, Instant at, Random random) {
        long lag = random.nextBoolean() ? 5 : random.nextInt(5_000_000);
        return new Told(sequence, at, at.plusSeconds(lag), null, List.of());
    }

    private static News news(CaseFact fact) {
        return new News(
                CaseFixture.application().step("2026-03-02T10:00:00").news().getFirst().head(),
                fact);
    }
}
