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
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.WatchKind;

/**
 * Cards and indicators of random cases against a program that shares nothing with the service: it
 * walks day by day over a set of rest days and counts on its fingers.
 */
class ReferenceTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 12, 0);

    /** A case in plain values. */
    private record Plain(
            LocalDateTime accepted,
            int legal,
            int promised,
            boolean immediate,
            String channel,
            @Nullable LocalDateTime suspended,
            int announced,
            @Nullable LocalDateTime resumed,
            @Nullable LocalDateTime finished,
            String result) {}

    /** The other program. */
    private static final class Fingers {
        private final Set<LocalDate> rest;
        private final Map<String, Long> sums = new TreeMap<>();

        Fingers(Set<LocalDate> rest) {
            this.rest = rest;
        }

        int days(LocalDate after, LocalDate until) {
            int n = 0;
            for (LocalDate d = after.plusDays(1); !d.isAfter(until); d = d.plusDays(1)) {
                if (!rest.contains(d)) n++;
            }
            return n;
        }

        LocalDate add(LocalDate day, int n) {
            LocalDate d = day;
            for (int left = n; left > 0; ) {
                d = d.plusDays(1);
                if (!rest.contains(d)) left--;
            }
            return d;
        }

        LocalDate back(LocalDate day, int n) {
            LocalDate d = day;
            for (int left = n; left > 0; ) {
                d = d.minusDays(1);
                if (!rest.contains(d)) left--;
            }
            return d;
        }

        void count(String what, long n) {
            if (n != 0) sums.merge(what, n, Long::sum);
        }

        int credit(Plain c) {
            if (c.suspended() == null || c.resumed() == null) return 0;
            int taken = days(c.suspended().toLocalDate(), c.resumed().toLocalDate());
            return Math.min(taken, c.announced());
        }

        void measure(Plain c) {
            count("SUBMITTED", 0);
            count("ACCEPTED", 1);
            if (c.immediate()) count("ACCEPTED_IMMEDIATE", 1);
            if (c.channel().equals("ONLINE")) count("ACCEPTED_ONLINE", 1);
            count("ACCEPTED_LEGAL_DAYS", c.legal());
            count("ACCEPTED_PROMISED_DAYS", c.promised());
            if (c.finished() == null) return;
            count("FINISHED", 1);
            if (!Set.of("3", "4", "5").contains(c.result())) count("FINISHED_REGULAR", 1);
            int credit = credit(c);
            LocalDate start = c.accepted().toLocalDate();
            LocalDateTime promise = add(start, c.promised() + credit).atTime(17, 0);
            LocalDateTime law = add(start, c.legal() + credit).atTime(17, 0);
            if (c.finished().isBefore(promise)) count("FINISHED_EARLY", 1);
            if (c.finished().isAfter(law)) count("FINISHED_LATE", 1);
            if (c.immediate()) return;
            count("MEASURED", 1);
            count("MEASURED_LEGAL_DAYS", c.legal() + credit);
            count("MEASURED_PROMISED_DAYS", c.promised() + credit);
            count("MEASURED_USED_DAYS", days(start, c.finished().toLocalDate()));
        }

        /** Cards of a case without suspension: two days before, the day after, the day after. */
        Set<String> cards(Plain c) {
            LocalDate start = c.accepted().toLocalDate();
            LocalDate promise = add(start, c.promised());
            LocalDate law = add(start, c.legal());
            LocalDateTime blue = back(promise, 2).atTime(17, 0);
            if (blue.isBefore(c.accepted())) blue = c.accepted();
            LocalDateTime end = c.finished() == null ? NOW : c.finished();
            Set<String> cards = new TreeSet<>();
            LocalDateTime yellow = add(promise, 1).atStartOfDay();
            LocalDateTime red = add(law, 1).atStartOfDay();
            if (!blue.isAfter(end)) cards.add("BLUE " + blue);
            // Of two reached in the same instant only the graver is drawn.
            if (!yellow.isAfter(end) && !yellow.equals(red)) cards.add("YELLOW " + yellow);
            if (!red.isAfter(end)) cards.add("RED " + red);
            return cards;
        }
    }

    @Test
    void random_cases_are_measured_and_carded_as_by_the_other_program() {
        for (long seed = 1; seed <= 5; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Set<LocalDate> rest = restDays(random);
            Fingers fingers = new Fingers(rest);
            Norms norms = norms(calendar(rest));
            Tally tally = new Tally();
            for (int i = 0; i < 300; i++) {
                Plain plain = plain(random);
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

    private static Plain plain(RandomGenerator random) {
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
        LocalDateTime finished =
                random.nextInt(6) == 0
                        ? null
                        : last.plusDays(random.nextInt(50)).plusMinutes(1 + random.nextInt(600));
        return new Plain(
                accepted,
                legal,
                promised,
                random.nextInt(4) == 0,
                random.nextBoolean() ? "ONLINE" : "WINDOW",
                suspended,
                announced,
                resumed,
                finished,
                String.valueOf(random.nextInt(7)));
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

    private static Dossier dossier(String id, Plain plain) {
        CaseHead head =
                new CaseHead(
                        id,
                        id,
                        "item",
                        1,
                        "item",
                        plain.immediate(),
                        false,
                        null,
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
                        TimeLimit.workingDays(plain.promised())));
        if (plain.suspended() != null && plain.resumed() != null) {
            facts.add(new CaseFact.Suspended(told(2, plain.suspended()), "p", plain.announced()));
            facts.add(new CaseFact.Resumed(told(3, plain.resumed()), "p"));
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

    private static Norms norms(WorkCalendar calendar) {
        return norms(calendar, null);
    }

    private static Norms norms(Norms norms, Plain plain) {
        return norms(norms.calendar(CaseFixture.COUNTY).orElseThrow(), plain);
    }

    private static Norms norms(WorkCalendar calendar, @Nullable Plain plain) {
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
                                ItemNorm.ofLimits(
                                        code,
                                        version,
                                        TimeLimit.workingDays(plain.legal()),
                                        TimeLimit.workingDays(plain.promised())));
            }

            @Override
            public Optional<TimeLimit> term(WatchKind kind, RegionCode region, LocalDate day) {
                return Optional.empty();
            }
        };
    }
}
