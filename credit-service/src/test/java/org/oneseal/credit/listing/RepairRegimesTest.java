package org.oneseal.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Both regulations by date, against one that walks day by day and looks everything up again. */
class RepairRegimesTest {

    private static final LocalDate OLD = LocalDate.of(2023, 5, 1);
    private static final LocalDate NEW = LocalDate.of(2026, 4, 1);
    private static final int LONGEST_WALK = 366 * 8;

    private static RepairRegime row(
            String id,
            @Nullable InformationClass informationClass,
            @Nullable SafetyField field,
            int min,
            int max,
            LocalDate from,
            @Nullable LocalDate to) {
        return new RepairRegime(id, 0, informationClass, field, min, max, true, from, to, id);
    }

    private static final RepairRegimes BOTH =
            new RepairRegimes(
                    List.of(
                            row("58", null, null, 3, 36, OLD, NEW),
                            row("58-food", null, SafetyField.FOOD, 12, 36, OLD, NEW),
                            row("36-minor", InformationClass.MINOR, null, 0, 3, NEW, null),
                            row("36-general", InformationClass.GENERAL, null, 3, 12, NEW, null),
                            row("36-severe", InformationClass.SEVERE, null, 12, 36, NEW, null)));

    @Test
    void theOldRegulationCountsThreeMonthsAndAYearInFieldsOfSafety() {
        LocalDate decided = LocalDate.of(2025, 11, 30);
        assertThat(BOTH.earliestRepair(decided, InformationClass.GENERAL, Set.of()))
                .contains(LocalDate.of(2026, 3, 1));
        assertThat(
                        BOTH.on(
                                        LocalDate.of(2026, 3, 31),
                                        decided,
                                        InformationClass.GENERAL,
                                        Set.of(SafetyField.FOOD, SafetyField.FIRE))
                                .orElseThrow()
                                .earliest())
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void theNewRegulationGoesByTheClassAndReachesOlderListings() {
        LocalDate decided = LocalDate.of(2026, 1, 15);
        // under the old one a year for food; under the new one three months for the general class
        assertThat(BOTH.earliestRepair(decided, InformationClass.GENERAL, Set.of(SafetyField.FOOD)))
                .contains(LocalDate.of(2026, 4, 16));
        assertThat(BOTH.lastDay(decided, null, InformationClass.GENERAL, Set.of()))
                .isEqualTo(LocalDate.of(2027, 1, 15));
        // three months were over before the new one began: it ends with the old one's last day
        assertThat(BOTH.lastDay(LocalDate.of(2025, 6, 1), null, InformationClass.MINOR, Set.of()))
                .isEqualTo(NEW.minusDays(1));
        assertThat(BOTH.earliestRepair(decided, InformationClass.MINOR, Set.of())).contains(NEW);
    }

    @Test
    void aTermEndsWithTheDayOfThatNumberAlsoWhereTheMonthIsShort() {
        LocalDate decided = LocalDate.of(2026, 11, 30);
        RepairTerms terms =
                BOTH.on(decided, decided, InformationClass.GENERAL, Set.of()).orElseThrow();
        assertThat(terms.earliest()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(terms.last()).isEqualTo(LocalDate.of(2027, 11, 30));
    }

    @Test
    void theDecisionMayEndItSoonerButNeverLater() {
        LocalDate decided = LocalDate.of(2026, 5, 1);
        assertThat(BOTH.lastDay(decided, decided.plusMonths(2), InformationClass.SEVERE, Set.of()))
                .isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(BOTH.lastDay(decided, decided.plusYears(9), InformationClass.SEVERE, Set.of()))
                .isEqualTo(LocalDate.of(2029, 5, 1));
    }

    @Test
    void aNearRegionsRowGoesBeforeAFarOnes() {
        RepairRegimes regimes =
                new RepairRegimes(
                        List.of(
                                row("nation", InformationClass.SEVERE, null, 12, 36, NEW, null),
                                new RepairRegime(
                                        "city",
                                        2,
                                        InformationClass.SEVERE,
                                        null,
                                        24,
                                        36,
                                        true,
                                        NEW,
                                        null,
                                        "city")));
        assertThat(regimes.on(NEW, NEW, InformationClass.SEVERE, Set.of()).orElseThrow().regime())
                .isEqualTo("city");
    }

    @Test
    void equalsTheWalkerForTheTwoRegulations() {
        compare(20261122L, 400, _ -> BOTH);
    }

    @Test
    void equalsTheWalkerForRegimesThatNobodyHasWrittenYet() {
        compare(4711L, 600, RepairRegimesTest::madeUp);
    }

    private static void compare(
            long seed, int cases, java.util.function.Function<RandomGenerator, RepairRegimes> of) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < cases; i++) {
            RepairRegimes regimes = of.apply(random);
            LocalDate decided = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1800));
            @Nullable LocalDate ordered =
                    random.nextInt(3) == 0 ? decided.plusDays(random.nextInt(1500)) : null;
            InformationClass informationClass =
                    InformationClass.values()[random.nextInt(InformationClass.values().length)];
            Set<SafetyField> fields = EnumSet.noneOf(SafetyField.class);
            for (SafetyField field : SafetyField.values()) {
                if (random.nextInt(5) == 0) fields.add(field);
            }
            String what =
                    "seed %d, case %d: %s, %s, %s, %s, %s"
                            .formatted(
                                    seed, i, regimes, decided, ordered, informationClass, fields);
            assertThat(regimes.lastDay(decided, ordered, informationClass, fields))
                    .as(what)
                    .isEqualTo(walkToEnd(regimes, decided, ordered, informationClass, fields));
            assertThat(regimes.earliestRepair(decided, informationClass, fields))
                    .as(what)
                    .isEqualTo(walkToRepair(regimes, decided, informationClass, fields));
        }
    }

    /** Up to three regimes with gaps between them, some with rows for classes and fields. */
    private static RepairRegimes madeUp(RandomGenerator random) {
        List<RepairRegime> rows = new ArrayList<>();
        LocalDate from = LocalDate.of(2022, 6, 1).plusDays(random.nextInt(500));
        for (int r = 0; r < 1 + random.nextInt(3); r++) {
            @Nullable LocalDate to =
                    r == 2 || random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(900));
            for (int n = 0; n < 1 + random.nextInt(4); n++) {
                int min = random.nextInt(14);
                rows.add(
                        row(
                                "r" + r + n,
                                random.nextBoolean()
                                        ? null
                                        : InformationClass.values()[random.nextInt(3)],
                                random.nextInt(3) > 0
                                        ? null
                                        : SafetyField.values()[random.nextInt(5)],
                                min,
                                min + random.nextInt(40),
                                from,
                                to));
            }
            if (to == null) break;
            from = to.plusDays(random.nextInt(60));
        }
        return new RepairRegimes(rows);
    }

    private static @Nullable LocalDate walkToEnd(
            RepairRegimes regimes,
            LocalDate decided,
            @Nullable LocalDate ordered,
            InformationClass informationClass,
            Set<SafetyField> fields) {
        LocalDate day = decided;
        for (int i = 0; i < LONGEST_WALK; i++, day = day.plusDays(1)) {
            if (ordered != null && day.isAfter(ordered)) return day.minusDays(1);
            List<RepairRegime> rows = rowsOn(regimes, day, informationClass, fields);
            if (rows.isEmpty()) continue;
            int max = rows.stream().mapToInt(RepairRegime::maxMonths).max().orElseThrow();
            if (day.isAfter(decided.plusMonths(max))) return day.minusDays(1);
        }
        return null;
    }

    private static Optional<LocalDate> walkToRepair(
            RepairRegimes regimes,
            LocalDate decided,
            InformationClass informationClass,
            Set<SafetyField> fields) {
        LocalDate day = decided;
        for (int i = 0; i < LONGEST_WALK; i++, day = day.plusDays(1)) {
            List<RepairRegime> rows = rowsOn(regimes, day, informationClass, fields);
            if (rows.isEmpty()) continue;
            int min = rows.stream().mapToInt(RepairRegime::minMonths).max().orElseThrow();
            if (min == 0 || day.isAfter(decided.plusMonths(min))) return Optional.of(day);
        }
        return Optional.empty();
    }

    /** One row a field (or one without fields): the most specific that is in force that day. */
    private static List<RepairRegime> rowsOn(
            RepairRegimes regimes,
            LocalDate day,
            InformationClass informationClass,
            Set<SafetyField> fields) {
        List<@Nullable SafetyField> wanted = new ArrayList<>(fields);
        if (wanted.isEmpty()) wanted.add(null);
        List<RepairRegime> chosen = new ArrayList<>();
        for (SafetyField field : wanted) {
            RepairRegime best = null;
            for (RepairRegime row : regimes.rows()) {
                if (day.isBefore(row.effectiveFrom())) continue;
                if (row.effectiveTo() != null && !day.isBefore(row.effectiveTo())) continue;
                if (row.informationClass() != null && row.informationClass() != informationClass) {
                    continue;
                }
                if (row.field() != null && row.field() != field) continue;
                if (best == null || weight(row).compareTo(weight(best)) > 0) best = row;
            }
            if (best != null) chosen.add(best);
        }
        return chosen;
    }

    private static String weight(RepairRegime row) {
        return (row.field() == null ? "0" : "1")
                + (row.informationClass() == null ? "0" : "1")
                + row.effectiveFrom()
                + row.id();
    }
}
