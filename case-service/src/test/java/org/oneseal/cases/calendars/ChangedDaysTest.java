package org.oneseal.cases.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.ClockFact;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

class ChangedDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);

    @Test
    void theSameDaysInTheSameHoursChangeNothing() {
        assertThat(
                        ChangedDays.between(
                                year(Map.of(FRIDAY, "a"), Map.of()),
                                year(Map.of(FRIDAY, "b"), Map.of())))
                .isEmpty();
        assertThat(
                        ChangedDays.between(
                                year(Map.of(), Map.of()), year(Map.of(SUNDAY, "a"), Map.of())))
                .as("a Sunday is no working day anyway")
                .isEmpty();
    }

    @Test
    void whatIsWorkedOrNotAnyMoreIsChanged() {
        assertThat(
                        ChangedDays.between(
                                year(Map.of(), Map.of(SUNDAY, "a")),
                                year(Map.of(FRIDAY, "a"), Map.of())))
                .contains(new ChangedDays(FRIDAY, SUNDAY));
    }

    @Test
    void aYearThatGetsItsDecreeChangesFromItsFirstDayOn() {
        var changed = new ChangedDays(LocalDate.of(2026, 1, 1), null);
        CalendarYear decreed = year(Map.of(), Map.of());

        assertThat(ChangedDays.between(null, decreed)).contains(changed);
        assertThat(ChangedDays.between(CalendarYear.provisional(2026, OfficeHours.USUAL), decreed))
                .contains(changed);
    }

    /** A clock that never saw a changed day shows what it showed before. */
    @Test
    void whatLiesOutsideOfTheChangedDaysDoesNotMove() {
        int skipped = 0;
        for (long seed = 0; seed < 800; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            CalendarYear before = year(days(random, 12), Map.of());
            CalendarYear after = flipped(random, before);
            ChangedDays days = ChangedDays.between(before, after).orElse(null);
            if (days == null) continue;
            List<ClockFact> facts = facts(random);
            ClockReading was = reading(facts, before);
            ClockReading is = reading(facts, after);
            if (concerns(days, facts, was)) continue;
            skipped++;
            assertThat(is.legalDue()).as("seed %d, %s", seed, days).isEqualTo(was.legalDue());
            assertThat(is.promisedDue()).as("seed %d, %s", seed, days).isEqualTo(was.promisedDue());
        }
        assertThat(skipped).isGreaterThan(200);
    }

    /** As the recount asks it of the rows. */
    private static boolean concerns(ChangedDays days, List<ClockFact> facts, ClockReading was) {
        Instant last =
                Stream.of(was.legalDue(), was.promisedDue())
                        .flatMap(Stream::ofNullable)
                        .map(Due::at)
                        .max(Instant::compareTo)
                        .orElse(Instant.MAX);
        return !last.isBefore(start(days.from()))
                && facts.getFirst().occurredAt().isBefore(start(plusTwo(days.until())));
    }

    private static LocalDate plusTwo(@Nullable LocalDate day) {
        return day == null ? LocalDate.of(2100, 1, 1) : day.plusDays(2);
    }

    private static Instant start(@Nullable LocalDate day) {
        return day == null ? Instant.MIN : day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static ClockReading reading(List<ClockFact> facts, CalendarYear year) {
        var calendar =
                WorkCalendar.of(
                        new RegionCode("431103000000"),
                        List.of(year, CalendarYear.provisional(2027, OfficeHours.USUAL)));
        return ClockReading.of(
                new ClockLedger(facts), calendar, Instant.parse("2026-12-01T00:00:00Z"));
    }

    /** Received, accepted, and perhaps suspended once and extended; all procedures are over. */
    private static List<ClockFact> facts(RandomGenerator random) {
        Instant at =
                Instant.parse("2026-02-02T00:00:00Z")
                        .plus(Duration.ofMinutes(random.nextInt(200 * 24 * 60)));
        List<ClockFact> facts = new ArrayList<>();
        facts.add(new ClockFact.Received(at, at, null));
        at = at.plus(Duration.ofHours(random.nextInt(100)));
        facts.add(new ClockFact.Accepted(at, at, limit(random), limit(random), null));
        if (random.nextBoolean()) {
            at = at.plus(Duration.ofHours(random.nextInt(100)));
            facts.add(
                    new ClockFact.Suspended(
                            at,
                            at,
                            "p",
                            "EXPERT_REVIEW",
                            TimeLimit.workingDays(1 + random.nextInt(20))));
            at = at.plus(Duration.ofHours(random.nextInt(600)));
            facts.add(new ClockFact.Resumed(at, at, "p"));
        }
        if (random.nextBoolean()) {
            facts.add(
                    new ClockFact.Extended(at, at, TimeLimit.workingDays(5), random.nextBoolean()));
        }
        return facts;
    }

    private static TimeLimit limit(RandomGenerator random) {
        LimitUnit[] units = LimitUnit.values();
        LimitUnit unit = units[random.nextInt(units.length)];
        return new TimeLimit(1 + random.nextInt(unit == LimitUnit.MONTH ? 2 : 25), unit);
    }

    private static Map<LocalDate, String> days(RandomGenerator random, int count) {
        Map<LocalDate, String> days = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            days.put(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)), "");
        }
        return days;
    }

    /** A few days within a month are worked or not as they were not. */
    private static CalendarYear flipped(RandomGenerator random, CalendarYear before) {
        Map<LocalDate, String> holidays = new TreeMap<>(before.holidays());
        Map<LocalDate, String> makeUpDays = new TreeMap<>();
        LocalDate around = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(335));
        for (int i = 0; i < 3; i++) {
            LocalDate day = around.plusDays(random.nextInt(30));
            if (holidays.remove(day) == null) {
                if (random.nextBoolean()) holidays.put(day, "");
                else makeUpDays.put(day, "");
            }
        }
        makeUpDays.keySet().removeAll(holidays.keySet());
        return year(holidays, makeUpDays);
    }

    private static CalendarYear year(
            Map<LocalDate, String> holidays, Map<LocalDate, String> makeUpDays) {
        return CalendarYear.decreed(2026, 1, holidays, makeUpDays, OfficeHours.USUAL, null);
    }
}
