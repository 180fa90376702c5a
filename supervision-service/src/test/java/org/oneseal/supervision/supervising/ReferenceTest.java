package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.LineSystem;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.WatchKind;

/**
 * Cards and indicators of random cases against a program that shares nothing with the service: it
 * walks day by day over a set of rest days and counts on its fingers.
 */
class ReferenceTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 12, 0);

    @Test
    void random_cases_are_measured_and_carded_as_by_the_other_program() {
        for (long seed = 1; seed <= 5; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Set<LocalDate> rest = restDays(random);
            Fingers fingers = new Fingers(rest);
            Norms norms = norms(calendar(rest));
            Tally tally = new Tally();
            for (int i = 0; i < 300; i++) {
                PlainCase plain = plain(random);
                fingers.measure(plain);
                Dossier dossier = dossier("c" + i, plain);
                tally.add(new Tallier(norms(norms, plain)).tally(dossier));
                if (plain.suspended() != null) continue;
                Set<String> drawn = new TreeSet<>();
                Replay own = new Replay(norms(norms, plain), CaseFixture.rules());
                for (Replay.Drawn card : own.cards(dossier, at(NOW))) {
                    drawn.add(
                            card.crossing().colour()
                                    + " "
                                    + LocalDateTime.ofInstant(card.crossing().at(), ZONE));
                }
                assertThat(drawn)
                        .as("seed %d, case %d: %s", seed, i, plain)
                        .isEqualTo(fingers.cards(plain));
            }
            Map<String, Long> counted = new TreeMap<>();
            tally.cells()
                    .values()
                    .forEach(
                            row ->
                                    row.forEach(
                                            (counter, sum) -> {
                                                if (counter != Counter.REPORTS) {
                                                    counted.merge(counter.name(), sum, Long::sum);
                                                }
                                            }));
            assertThat(counted).as("seed %d", seed).isEqualTo(fingers.sums);
        }
    }

    private static PlainCase plain(RandomGenerator random) {
        LocalDateTime accepted =
                LocalDate.of(2026, 1, 10)
                        .plusDays(random.nextInt(180))
                        .atTime(8 + random.nextInt(12), random.nextInt(60));
        int legal = 6 + random.nextInt(25);
        int promised = 4 + random.nextInt(legal - 3);
        LocalDateTime suspended = null;
        LocalDateTime resumed = null;
        int announced = 1 + random.nextInt(10);
        LocalDateTime last = accepted;
        if (random.nextInt(3) == 0) {
            suspended = accepted.plusDays(1 + random.nextInt(3)).plusMinutes(random.nextInt(60));
            resumed = suspended.plusDays(random.nextInt(20)).plusMinutes(1);
            last = resumed;
        }
        LocalDateTime extended = null;
        if (suspended == null && random.nextInt(3) == 0) {
            extended = accepted.plusMinutes(1 + random.nextInt(600));
            last = extended;
        }
        LocalDateTime finished =
                random.nextInt(6) == 0
                        ? null
                        : last.plusDays(random.nextInt(50)).plusMinutes(1 + random.nextInt(600));
        return new PlainCase(
                accepted,
                legal,
                promised,
                random.nextInt(4) == 0,
                random.nextBoolean() ? "ONLINE" : "WINDOW",
                suspended,
                announced,
                resumed,
                extended,
                1 + random.nextInt(10),
                random.nextBoolean(),
                finished,
                String.valueOf(random.nextInt(7)),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                system(random, accepted));
    }

    /** Registered before or after the acceptance, also in that very moment. */
    private static PlainCase.PlainSystem system(RandomGenerator random, LocalDateTime accepted) {
        LocalDateTime since = accepted.plusDays(random.nextInt(12) - 9L);
        LocalDateTime until = random.nextBoolean() ? null : since.plusDays(random.nextInt(9));
        return new PlainCase.PlainSystem(
                List.of("", "43", "4311", "431103", "431103002", "4312").get(random.nextInt(6)),
                random.nextInt(5) == 0 ? "another" : "d",
                random.nextInt(5) == 0 ? "other" : "item",
                since,
                until);
    }

    private static Set<LocalDate> restDays(RandomGenerator random) {
        Set<LocalDate> rest = new HashSet<>();
        for (LocalDate d = LocalDate.of(2026, 1, 1); d.getYear() == 2026; d = d.plusDays(1)) {
            if (d.getDayOfWeek().getValue() > 5
                    ? random.nextInt(15) > 0
                    : random.nextInt(25) == 0) {
                rest.add(d);
            }
        }
        return rest;
    }

    private static WorkCalendar calendar(Set<LocalDate> rest) {
        TreeMap<LocalDate, String> holidays = new TreeMap<>();
        TreeMap<LocalDate, String> makeup = new TreeMap<>();
        for (LocalDate d = LocalDate.of(2026, 1, 1); d.getYear() == 2026; d = d.plusDays(1)) {
            boolean weekend = d.getDayOfWeek().getValue() > 5;
            if (rest.contains(d) && !weekend) holidays.put(d, "");
            if (!rest.contains(d) && weekend) makeup.put(d, "");
        }
        return WorkCalendar.of(
                RegionCode.NATION,
                List.of(
                        new CalendarYear(
                                2026,
                                1,
                                false,
                                holidays,
                                makeup,
                                OfficeHours.of(
                                        new OfficeHours.Span(
                                                LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                        new OfficeHours.Span(
                                                LocalTime.of(13, 0), LocalTime.of(17, 0))),
                                "made-up")));
    }

    private static Dossier dossier(String id, PlainCase plain) {
        CaseHead head =
                new CaseHead(
                        id,
                        id,
                        "item",
                        1,
                        "item",
                        plain.immediate(),
                        plain.fed(),
                        plain.fed() ? "line" : null,
                        null,
                        plain.channel(),
                        CaseFixture.COUNTY,
                        "d");
        List<CaseFact> facts = new ArrayList<>();
        facts.add(
                new CaseFact.Accepted(
                        told(1, plain.accepted()),
                        at(plain.accepted()),
                        false,
                        TimeLimit.workingDays(plain.legal()),
                        TimeLimit.workingDays(plain.promised()),
                        null));
        if (plain.onPromise()) {
            // Its last day is beyond the test: no card is drawn on it.
            var owed = new CaseFact.Promised.Owed("m", LocalDate.of(2026, 12, 31));
            facts.add(new CaseFact.Promised(told(5, plain.accepted()), "p", List.of(owed)));
        }
        if (plain.suspended() != null && plain.resumed() != null) {
            facts.add(new CaseFact.Suspended(told(2, plain.suspended()), "p", plain.announced()));
            facts.add(new CaseFact.Resumed(told(3, plain.resumed()), "p"));
        }
        if (plain.extended() != null) {
            TimeLimit by = TimeLimit.workingDays(plain.by());
            facts.add(new CaseFact.Extended(told(2, plain.extended()), by));
        }
        if (plain.finished() != null) {
            facts.add(new CaseFact.Finished(told(4, plain.finished()), plain.result()));
        }
        return new Dossier(head, facts);
    }

    private static Told told(long sequence, LocalDateTime moment) {
        return new Told(sequence, at(moment), at(moment), null, List.of());
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(ZONE).toInstant();
    }

    private static LineSystem lineSystem(PlainCase.PlainSystem plain) {
        return new LineSystem(
                plain.area().isEmpty()
                        ? RegionCode.NATION
                        : new RegionCode((plain.area() + "000000000000").substring(0, 12)),
                Set.of(plain.department()),
                Set.of("one more", plain.item()),
                at(plain.since()),
                plain.until() == null ? null : at(plain.until()));
    }

    private static Norms norms(WorkCalendar calendar) {
        return norms(calendar, null);
    }

    private static Norms norms(Norms norms, PlainCase plain) {
        return norms(norms.calendar(CaseFixture.COUNTY).orElseThrow(), plain);
    }

    private static Norms norms(WorkCalendar calendar, @Nullable PlainCase plain) {
        return new Norms() {
            @Override
            public Optional<WorkCalendar> calendar(RegionCode region) {
                return Optional.of(calendar);
            }

            @Override
            public Optional<ItemNorm> item(String code, int version) {
                return plain == null
                        ? Optional.empty()
                        : Optional.of(
                                new ItemNorm(
                                        code,
                                        version,
                                        TimeLimit.workingDays(plain.legal()),
                                        TimeLimit.workingDays(plain.promised()),
                                        plain.movesPromise(),
                                        Map.of(),
                                        null,
                                        Set.of()));
            }

            @Override
            public Optional<TimeLimit> term(
                    WatchKind kind, @Nullable String stage, RegionCode region, LocalDate day) {
                return Optional.empty();
            }

            @Override
            public boolean hasLineSystem(CaseHead head, Instant at) {
                return plain != null && lineSystem(plain.system()).tellsOf(head, at);
            }
        };
    }
}
