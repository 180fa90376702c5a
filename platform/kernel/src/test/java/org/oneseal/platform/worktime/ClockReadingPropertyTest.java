package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random clocks of 2010–2027 against the walker, each also with its facts shuffled. */
class ClockReadingPropertyTest {

    private static final long SEED = 20261123;
    private static final int FIRST = (int) LocalDate.of(2010, 2, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2027, 3, 1).toEpochDay();

    @ParameterizedTest
    @EnumSource(names = {"WORKING_DAY", "CALENDAR_DAY", "MONTH"})
    void dueDatesAreWhereTheWalkerFindsThemInWhateverOrderFactsCome(LimitUnit unit) {
        Random random = new Random(SEED);
        int moved = 0;
        for (int i = 0; i < 4_000; i++) {
            LocalDate start = LocalDate.ofEpochDay(random.nextInt(FIRST, LAST));
            int amount = random.nextInt(1, unit == LimitUnit.MONTH ? 3 : 25);
            LocalDate stop =
                    random.nextInt(4) == 0 ? start.plusDays(random.nextInt(1, 50)) : LocalDate.MAX;
            TimeLimit limit = new TimeLimit(amount, unit);
            List<ClockFact> facts = new ArrayList<>();
            List<DayWalker.Pause> pauses = new ArrayList<>();
            List<DayWalker.Extension> extensions = new ArrayList<>();
            facts.add(new ClockFact.Accepted(noon(start), noon(start), limit, null, null));
            for (int p = random.nextInt(4); p > 0; p--) {
                LocalDate from = start.plusDays(random.nextInt(-5, 45));
                int announced = random.nextInt(0, 12);
                LocalDate to = from.plusDays(random.nextInt(0, 25));
                boolean open = random.nextInt(3) == 0;
                String id = "p" + p;
                facts.add(
                        new ClockFact.Suspended(
                                noon(from),
                                noon(from),
                                id,
                                "expert-review",
                                TimeLimit.workingDays(announced)));
                if (!open) {
                    facts.add(new ClockFact.Resumed(noon(to), noon(to), id));
                }
                LocalDate allowed = DayWalker.workdaysAfter(from, announced);
                LocalDate ended = open || to.isAfter(allowed) ? allowed : to;
                LocalDate within = ended.isAfter(stop) ? stop : ended;
                LocalDate begun = from.isBefore(start) ? start : from;
                if (begun.isBefore(within)) {
                    pauses.add(new DayWalker.Pause(begun, within));
                }
            }
            for (int e = random.nextInt(3) == 0 ? 1 : 0; e > 0; e--) {
                LocalDate on = start.plusDays(random.nextInt(1, 40));
                int by = random.nextInt(1, unit == LimitUnit.MONTH ? 2 : 10);
                facts.add(
                        new ClockFact.Extended(noon(on), noon(on), new TimeLimit(by, unit), false));
                if (!on.isAfter(stop)) {
                    extensions.add(new DayWalker.Extension(on, by));
                }
            }
            if (!stop.equals(LocalDate.MAX)) {
                facts.add(new ClockFact.Decided(noon(stop), noon(stop)));
            }

            String as = "seed %d, %d: %s".formatted(SEED, i, facts);
            LocalDate expected = DayWalker.due(start, amount, unit, pauses, extensions);
            ClockReading reading = read(facts, start);
            Due due = reading.legalDue();
            assertThat(due).as(as).isNotNull();
            if (due == null) {
                continue;
            }
            assertThat(due.day()).as(as).isEqualTo(expected);
            assertThat(due.provisional())
                    .as(as)
                    .isEqualTo(start.getYear() == 2027 || expected.getYear() == 2027);
            LocalDate bare = DayWalker.due(start, amount, unit, List.of(), List.of());
            assertThat(due.day()).as(as).isAfterOrEqualTo(bare);
            moved += due.day().isAfter(bare) ? 1 : 0;

            Collections.shuffle(facts, random);
            assertThat(read(facts, start)).as(as).isEqualTo(reading);
            if (unit == LimitUnit.WORKING_DAY) {
                explanationEndsWithTheLimitUsedUp(facts, amount, extensions, expected, as);
            }
        }
        assertThat(moved).as("clocks that suspensions and extensions moved").isGreaterThan(1_500);
    }

    private static void explanationEndsWithTheLimitUsedUp(
            List<ClockFact> facts,
            int amount,
            List<DayWalker.Extension> extensions,
            LocalDate due,
            String as) {
        int allowed = amount;
        for (DayWalker.Extension extension : extensions) {
            allowed += extension.on().isAfter(due) ? 0 : extension.by();
        }
        ExplainedDay last =
                ExplainedDay.of(
                                new ClockLedger(facts),
                                DecreedCalendar.THROUGH_2026,
                                Deadline.LEGAL)
                        .stream()
                        .filter(day -> day.date().equals(due))
                        .findFirst()
                        .orElseThrow();
        assertThat(last.count()).as(as).isEqualTo(allowed);
        assertThat(last.marks()).as(as).contains(ExplainedDay.Mark.LEGAL_DUE);
    }

    private static ClockReading read(List<ClockFact> facts, LocalDate start) {
        return ClockReading.of(
                new ClockLedger(facts), DecreedCalendar.THROUGH_2026, noon(start.plusDays(30)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
