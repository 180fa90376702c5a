package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts of random clocks of 2010–2026 against the walker: what stops the whole stops the part. */
class PartOfClockTest {

    private static final long SEED = 20261123;
    private static final int FIRST = (int) LocalDate.of(2010, 2, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2026, 6, 1).toEpochDay();

    @ParameterizedTest
    @EnumSource(names = {"WORKING_DAY", "CALENDAR_DAY", "MONTH"})
    void itIsDueWhereTheWalkerFindsItAndExtensionsOfTheWholeDoNotMoveIt(LimitUnit unit) {
        var random = new Random(SEED);
        int begunBefore = 0;
        int moved = 0;
        int cutShort = 0;
        for (int i = 0; i < 3_000; i++) {
            LocalDate accepted = LocalDate.ofEpochDay(random.nextInt(FIRST, LAST));
            LocalDate begun = accepted.plusDays(random.nextInt(15));
            LocalDate done =
                    random.nextInt(3) == 0 ? begun.plusDays(random.nextInt(20)) : LocalDate.MAX;
            int amount = random.nextInt(1, unit == LimitUnit.MONTH ? 3 : 12);
            List<ClockFact> facts = new ArrayList<>();
            List<DayWalker.Pause> pauses = new ArrayList<>();
            facts.add(
                    new ClockFact.Accepted(
                            noon(accepted), noon(accepted), TimeLimit.workingDays(20), null, null));
            facts.add(
                    new ClockFact.Extended(
                            noon(begun), noon(begun), TimeLimit.workingDays(10), true));
            for (int p = random.nextInt(4); p > 0; p--) {
                LocalDate from = accepted.plusDays(random.nextInt(30));
                int announced = random.nextInt(1, 12);
                LocalDate to = from.plusDays(random.nextInt(25));
                boolean open = random.nextInt(3) == 0;
                facts.add(
                        new ClockFact.Suspended(
                                noon(from),
                                noon(from),
                                "p" + p,
                                "expert-review",
                                TimeLimit.workingDays(announced)));
                if (!open) facts.add(new ClockFact.Resumed(noon(to), noon(to), "p" + p));
                LocalDate allowed = DayWalker.workdaysAfter(from, announced);
                LocalDate ended = open || to.isAfter(allowed) ? allowed : to;
                if (ended.isAfter(done)) {
                    ended = done;
                    cutShort++;
                }
                LocalDate start = from.isBefore(begun) ? begun : from;
                if (start.isBefore(ended)) {
                    pauses.add(new DayWalker.Pause(start, ended));
                    if (from.isBefore(begun)) begunBefore++;
                }
            }

            ClockLedger part =
                    new ClockLedger(facts)
                            .part(
                                    noon(begun),
                                    new TimeLimit(amount, unit),
                                    done.equals(LocalDate.MAX) ? null : noon(done));

            LocalDate expected = DayWalker.due(begun, amount, unit, pauses, List.of());
            String as = "seed %d, %d: %s".formatted(SEED, i, facts);
            Due due = ClockReading.of(part, DecreedCalendar.THROUGH_2026, noon(begun)).legalDue();
            assertThat(Objects.requireNonNull(due).day()).as(as).isEqualTo(expected);
            LocalDate bare = DayWalker.due(begun, amount, unit, List.of(), List.of());
            assertThat(due.day()).as(as).isAfterOrEqualTo(bare);
            if (due.day().isAfter(bare)) moved++;
        }
        assertThat(begunBefore).as("procedures that began before the part").isGreaterThan(100);
        assertThat(moved).as("parts that procedures moved").isGreaterThan(500);
        assertThat(cutShort).as("procedures that the end of the part cut short").isGreaterThan(50);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
