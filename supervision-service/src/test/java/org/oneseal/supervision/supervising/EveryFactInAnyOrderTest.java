package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.FindingCode;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;

/**
 * Every kind of fact there is, of own cases and of fed ones, declared or not, told long after it
 * happened and numbered otherwise than it happened: watches, findings and sums do not depend on the
 * order in which the facts arrive.
 */
class EveryFactInAnyOrderTest {

    /** What begins with small seeds begins alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void watches_findings_and_sums_are_the_same() {
        Set<Class<?>> facts = new HashSet<>();
        Set<WatchKind> kinds = EnumSet.noneOf(WatchKind.class);
        Set<FindingCode> findings = EnumSet.noneOf(FindingCode.class);
        Set<Counter> counted = EnumSet.noneOf(Counter.class);
        for (long seed = 1; seed <= 400; seed++) {
            Random random = new Random(seed * SPREAD);
            List<News> told = told(random);
            told.forEach(n -> facts.add(n.fact().getClass()));
            Derived expected = derived(told);
            for (Watch watch : expected.watches()) {
                kinds.add(watch.kind());
                watch.findings().forEach(f -> findings.add(f.code()));
            }
            expected.sums().cells().values().forEach(sums -> counted.addAll(sums.keySet()));
            for (int i = 0; i < 6; i++) {
                List<News> shuffled = new ArrayList<>(told);
                for (News again : told) if (random.nextInt(5) == 0) shuffled.add(again);
                Collections.shuffle(shuffled, random);
                assertThat(derived(shuffled)).as("seed %d", seed).isEqualTo(expected);
            }
        }
        assertThat(facts).containsExactlyInAnyOrder(CaseFact.class.getPermittedSubclasses());
        assertThat(kinds).isEqualTo(EnumSet.allOf(WatchKind.class));
        assertThat(counted).contains(Counter.ACCEPTED_REENTERED, Counter.ACCEPTED_ON_PROMISE);
        // All years here have a decree or none has: what is provisional does not vary.
        assertThat(findings).containsAll(EnumSet.complementOf(EnumSet.of(FindingCode.PROVISIONAL)));
    }

    /** What is derived from the facts of a case. */
    private record Derived(List<Watch> watches, Tally sums) {}

    private static Derived derived(List<News> told) {
        Examination examination = new Examination(norms(), CaseFixture.rules(), null, List.of());
        told.forEach(n -> examination.take(n, null));
        return new Derived(
                examination.watches().stream().map(Kept::watch).toList(),
                new Tallier(norms())
                        .tally(java.util.Objects.requireNonNull(examination.dossier())));
    }

    private static List<News> told(Random random) {
        boolean fed = random.nextBoolean();
        boolean mapped = !fed || random.nextBoolean();
        boolean declares = fed && random.nextBoolean();
        List<News> news = new ArrayList<>();
        Instant at = START;
        int facts = 4 + random.nextInt(12);
        for (int sequence = 1; sequence <= facts; sequence++) {
            // Every now and then what has a higher number happened before.
            at = at.plusSeconds(random.nextInt(500_000) - 60_000L);
            Told told =
                    new Told(
                            sequence,
                            at,
                            at.plusSeconds(random.nextInt(3) == 0 ? 900_000 : 5),
                            claim(at, declares, random),
                            random.nextInt(9) == 0 ? List.of("AFTER_END") : List.of());
            news.add(
                    new News(head(fed, mapped, "called " + random.nextInt(2)), fact(told, random)));
        }
        return news;
    }

    private static Told.@Nullable Claim claim(Instant at, boolean declares, Random random) {
        if (random.nextInt(3) == 0) return null;
        Instant declared =
                declares && random.nextBoolean() ? at.plusSeconds(random.nextInt(4_000_000)) : null;
        return new Told.Claim(
                at.plusSeconds(1_000_000),
                random.nextBoolean() ? at.plusSeconds(500_000) : null,
                declared,
                null,
                declares && random.nextInt(4) == 0,
                random.nextBoolean()
                        ? new Told.StepClaim("p" + random.nextInt(2), at.plusSeconds(77))
                        : null);
    }

    private static CaseHead head(boolean fed, boolean mapped, String name) {
        return new CaseHead(
                "c",
                "c",
                mapped ? "item" : null,
                mapped ? 1 : null,
                name,
                false,
                fed,
                fed ? "source" : null,
                "p",
                "ONLINE",
                CaseFixture.COUNTY,
                "d");
    }

    private static CaseFact fact(Told told, Random random) {
        String name = "p" + random.nextInt(2);
        return switch (random.nextInt(24)) {
            case 0 -> new CaseFact.Submitted(told);
            case 1 -> new CaseFact.CorrectionRequested(told, List.of("m" + random.nextInt(3)));
            case 2 -> new CaseFact.Corrected(told);
            case 3, 4 ->
                    new CaseFact.Accepted(
                            told,
                            told.occurredAt(),
                            random.nextBoolean(),
                            TimeLimit.workingDays(20),
                            TimeLimit.workingDays(5),
                            random.nextBoolean());
            case 5 -> new CaseFact.NotAccepted(told, yes(random));
            case 6 -> new CaseFact.Stepped(told, name, false, told.occurredAt().plusSeconds(9));
            case 7 -> new CaseFact.Stepped(told, name, true, null);
            case 8 -> CaseFact.Stepped.back(told, List.of("p0", "p1"));
            case 9 -> new CaseFact.Suspended(told, name, 3);
            case 10 -> new CaseFact.Resumed(told, name);
            case 11 -> new CaseFact.Consulted(told, name, "other");
            case 12 -> new CaseFact.ConsultationEnded(told, name);
            case 13 -> new CaseFact.Extended(told, TimeLimit.workingDays(10));
            case 14 ->
                    new CaseFact.Promised(
                            told,
                            name,
                            List.of(new CaseFact.Promised.Owed("m", LocalDate.of(2026, 4, 1))));
            case 15 -> new CaseFact.PromiseFulfilled(told, name, "m");
            case 16 -> new CaseFact.PromiseOverdue(told, name);
            case 17 -> new CaseFact.Rebased(told);
            case 18 -> new CaseFact.Decided(told, random.nextBoolean(), "licence", yes(random));
            case 19 -> new CaseFact.CertificateIssued(told);
            case 20 -> new CaseFact.Finished(told, String.valueOf(random.nextInt(8)));
            case 21 -> new CaseFact.Delivered(told);
            case 22 ->
                    random.nextBoolean()
                            ? new CaseFact.Withdrawn(told)
                            : new CaseFact.Returned(told);
            default ->
                    new CaseFact.Milestone(
                            told,
                            MATTERS.get(random.nextInt(MATTERS.size())),
                            "x",
                            random.nextBoolean() ? "y" : null,
                            random.nextBoolean() ? LocalDate.of(2026, 3, 20) : null,
                            LocalDate.of(2026, 4, 1));
        };
    }

    private static final List<WatchKind> MATTERS =
            List.of(
                    WatchKind.MARKET,
                    WatchKind.PUBLICITY,
                    WatchKind.DISCLOSURE,
                    WatchKind.TICKET,
                    WatchKind.REVIEW);

    private static @Nullable Boolean yes(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextBoolean();
    }

    /** As usual, and the item knows its materials, the limit of a step and a prior examination. */
    private static Norms norms() {
        Norms usual = CaseFixture.norms();
        return new Norms() {
            @Override
            public Optional<WorkCalendar> calendar(RegionCode region) {
                return usual.calendar(region);
            }

            @Override
            public Optional<ItemNorm> item(String code, int version) {
                return Optional.of(
                        new ItemNorm(
                                code,
                                version,
                                TimeLimit.workingDays(20),
                                TimeLimit.workingDays(5),
                                true,
                                Map.of("p1", TimeLimit.workingDays(3)),
                                "p1",
                                Set.of("m0", "m1")));
            }

            @Override
            public Optional<TimeLimit> term(
                    WatchKind kind, @Nullable String stage, RegionCode region, LocalDate day) {
                return usual.term(kind, stage, region, day);
            }

            @Override
            public boolean hasLineSystem(CaseHead head, Instant at) {
                return usual.hasLineSystem(head, at);
            }
        };
    }
}
