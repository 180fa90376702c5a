package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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
        int promises = 0;
        for (int i = 0; i < 4_000; i++) {
            LocalDate start = LocalDate.ofEpochDay(random.nextInt(FIRST, LAST));
            int amount = random.nextInt(1, unit == LimitUnit.MONTH ? 3 : 25);
            LocalDate stop =
                    random.nextInt(4) == 0 ? start.plusDays(random.nextInt(1, 50)) : LocalDate.MAX;
            TimeLimit limit = new TimeLimit(amount, unit);
            int promisedAmount = random.nextInt(1, amount + 1);
            TimeLimit promise = new TimeLimit(promisedAmount, unit);
            boolean movesPromise = random.nextBoolean();
            List<ClockFact> facts = new ArrayList<>();
            List<DayWalker.Pause> pauses = new ArrayList<>();
            List<DayWalker.Extension> extensions = new ArrayList<>();
            facts.add(new ClockFact.Accepted(noon(start), noon(start), limit, promise, null));
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
                        new ClockFact.Extended(
                                noon(on), noon(on), new TimeLimit(by, unit), movesPromise));
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

            List<DayWalker.Extension> ofPromise = movesPromise ? extensions : List.of();
            LocalDate promised = DayWalker.due(start, promisedAmount, unit, pauses, ofPromise);
            assertThat(dayOf(reading.promisedDue())).as(as).isEqualTo(promised);
            LocalDate stood = DayWalker.due(start, promisedAmount, unit, pauses, List.of());
            promises += promised.isAfter(stood) ? 1 : 0;

            Collections.shuffle(facts, random);
            assertThat(read(facts, start)).as(as).isEqualTo(reading);
            if (unit == LimitUnit.WORKING_DAY) {
                explanationEndsWithTheLimitUsedUp(
                        facts, Deadline.LEGAL, amount, extensions, expected, as);
                explanationEndsWithTheLimitUsedUp(
                        facts, Deadline.PROMISED, promisedAmount, ofPromise, promised, as);
            }
        }
        assertThat(promises).as("promises that extensions moved").isGreaterThan(100);
        assertThat(moved).as("clocks that suspensions and extensions moved").isGreaterThan(1_500);
    }

    private static void explanationEndsWithTheLimitUsedUp(
            List<ClockFact> facts,
            Deadline deadline,
            int amount,
            List<DayWalker.Extension> extensions,
            LocalDate due,
            String as) {
        int allowed = amount;
        for (DayWalker.Extension extension : extensions) {
            allowed += extension.on().isAfter(due) ? 0 : extension.by();
        }
        List<ExplainedDay> days =
                ExplainedDay.of(new ClockLedger(facts), DecreedCalendar.THROUGH_2026, deadline);
        ExplainedDay last =
                days.stream().filter(day -> day.date().equals(due)).findFirst().orElseThrow();
        assertThat(last.count()).as(as).isEqualTo(allowed);
        assertThat(last.marks())
                .as(as)
                .contains(
                        deadline == Deadline.LEGAL
                                ? ExplainedDay.Mark.LEGAL_DUE
                                : ExplainedDay.Mark.PROMISED_DUE);
        assertThat(days.stream().anyMatch(d -> d.marks().contains(ExplainedDay.Mark.EXTENDED)))
                .as(as)
                .isEqualTo(allowed > amount);
    }

    private static @Nullable LocalDate dayOf(@Nullable Due due) {
        return due == null ? null : due.day();
    }

    private static ClockReading read(List<ClockFact> facts, LocalDate start) {
        return ClockReading.of(
                new ClockLedger(facts), DecreedCalendar.THROUGH_2026, noon(start.plusDays(30)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
