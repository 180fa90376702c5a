package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;

/** Random matters with facts of every kind, told in every order: the watches are the same. */
class PermutationTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void watches_of_every_kind_do_not_depend_on_the_order_in_which_facts_arrive() {
        Set<WatchKind> seen = EnumSet.noneOf(WatchKind.class);
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            List<News> ordered = matter(random);
            List<Watch> expected = watches(ordered);
            expected.forEach(w -> seen.add(w.kind()));
            for (int i = 0; i < 6; i++) {
                List<News> shuffled = new ArrayList<>(ordered);
                Collections.shuffle(shuffled, random);
                assertThat(watches(shuffled)).as("seed %d", seed).isEqualTo(expected);
            }
        }
        // Nothing is known of the item's materials here: what is beyond them cannot show.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).containsExactly(WatchKind.MATERIAL);
    }

    /**
     * A matter as its department's system reports it: called otherwise from time to time, numbered
     * otherwise than it happened, with holes that are never filled, told more than once.
     */
    @Test
    void a_matter_does_not_depend_on_the_order_in_which_its_milestones_are_reported() {
        int watched = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            WatchKind kind =
                    List.of(WatchKind.DISCLOSURE, WatchKind.TICKET, WatchKind.REVIEW)
                            .get(random.nextInt(3));
            List<News> reported = reports(kind, random);
            List<Watch> expected = watches(reported);
            watched += expected.size();
            for (int i = 0; i < 10; i++) {
                List<News> shuffled = new ArrayList<>(reported);
                for (News again : reported) if (random.nextInt(4) == 0) shuffled.add(again);
                Collections.shuffle(shuffled, random);
                assertThat(watches(shuffled)).as("seed %d", seed).isEqualTo(expected);
            }
        }
        assertThat(watched).isGreaterThan(500);
    }

    private static List<News> reports(WatchKind kind, Random random) {
        List<News> news = new ArrayList<>();
        Instant at = START;
        for (int sequence = 1; sequence <= 7; sequence++) {
            at = at.plusSeconds(random.nextInt(400_000) - 100_000L);
            if (random.nextInt(5) == 0) continue;
            Told told = new Told(sequence, at, at.plusSeconds(5), null, List.of());
            LocalDate by = random.nextBoolean() ? LocalDate.of(2026, 4, 1) : null;
            news.add(
                    new News(
                            head("called " + random.nextInt(3)),
                            new CaseFact.Milestone(
                                    told,
                                    kind,
                                    "x",
                                    random.nextInt(4) == 0 ? null : "signed",
                                    null,
                                    by)));
        }
        return news;
    }

    private static final List<WatchKind> MATTERS =
            List.of(
                    WatchKind.MARKET,
                    WatchKind.PUBLICITY,
                    WatchKind.DISCLOSURE,
                    WatchKind.TICKET,
                    WatchKind.REVIEW);

    private static List<Watch> watches(List<News> news) {
        Examination examination =
                new Examination(CaseFixture.norms(), CaseFixture.rules(), null, List.of());
        news.forEach(n -> examination.take(n, null));
        return examination.watches().stream().map(Kept::watch).toList();
    }

    private static List<News> matter(Random random) {
        List<News> news = new ArrayList<>();
        Instant at = START;
        int facts = 4 + random.nextInt(10);
        for (int sequence = 1; sequence <= facts; sequence++) {
            at = at.plusSeconds(60L + random.nextInt(400_000));
            Told told = new Told(sequence, at, at.plusSeconds(5), null, List.of());
            news.add(new News(head("item"), fact(told, random)));
        }
        return news;
    }

    private static CaseHead head(String name) {
        return new CaseHead(
                "c",
                "c",
                "item",
                1,
                name,
                false,
                false,
                null,
                "p",
                "ONLINE",
                CaseFixture.COUNTY,
                "d");
    }

    private static CaseFact fact(Told told, Random random) {
        String name = "p" + random.nextInt(2);
        return switch (random.nextInt(15)) {
            case 0 -> new CaseFact.Submitted(told);
            case 1 -> new CaseFact.CorrectionRequested(told, List.of("m" + random.nextInt(2)));
            case 2 -> new CaseFact.Corrected(told);
            case 3 ->
                    new CaseFact.Accepted(
                            told,
                            told.occurredAt(),
                            random.nextBoolean(),
                            TimeLimit.workingDays(20),
                            TimeLimit.workingDays(5),
                            random.nextBoolean());
            case 4 -> new CaseFact.Stepped(told, name, false, told.occurredAt().plusSeconds(9));
            case 5 -> new CaseFact.Stepped(told, name, true, null);
            case 6 -> new CaseFact.Suspended(told, name, 3);
            case 7 -> new CaseFact.Resumed(told, name);
            case 8 -> new CaseFact.Decided(told, random.nextBoolean(), "licence", yes(random));
            case 9 -> new CaseFact.CertificateIssued(told);
            case 10 ->
                    new CaseFact.Promised(
                            told,
                            name,
                            List.of(new CaseFact.Promised.Owed("m", LocalDate.of(2026, 4, 1))));
            case 11 -> new CaseFact.PromiseFulfilled(told, name, "m");
            case 12 -> new CaseFact.Consulted(told, name, "other");
            case 13 -> new CaseFact.ConsultationEnded(told, name);
            default ->
                    new CaseFact.Milestone(
                            told,
                            MATTERS.get(random.nextInt(MATTERS.size())),
                            "x",
                            random.nextBoolean() ? "y" : null,
                            null,
                            LocalDate.of(2026, 4, 1));
        };
    }

    private static @Nullable Boolean yes(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextBoolean();
    }
}
