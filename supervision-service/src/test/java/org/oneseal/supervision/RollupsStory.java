package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook;
import org.oneseal.supervision.measuring.FigureBook.Dimension;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.supervising.Files;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rollups are what the days give, however one asks. */
class RollupsStory extends Story {

    private static final long REPORTS_EACH = 7;
    private static final List<Set<Counter>> COUNTERS =
            List.of(
                    Set.of(Counter.ACCEPTED),
                    Set.of(Counter.REPORTS, Counter.ACCEPTED),
                    Set.of(Counter.values()));

    @Autowired FigureBook book;
    @Autowired Files files;
    @Autowired TransactionTemplate transactions;

    RollupsStory() {
        super("431124000000");
    }

    /** Random cells of a province, asked in random ways: from rollups and summed by hand. */
    @Test
    void rollups_give_what_the_days_give() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> regions =
                List.of(
                        "620000000000",
                        "620100000000",
                        "620102000000",
                        "620102001000",
                        "620103000000",
                        "620200000000",
                        "620201000000",
                        "620201002003");
        Map<Cell, Long> kept = new LinkedHashMap<>();
        for (int batch = 0; batch < 4; batch++) {
            Tally tally = new Tally();
            for (int i = 0; i < 60; i++) {
                Cell cell =
                        new Cell(
                                LocalDate.of(2024, 1, 1).plusDays(random.nextInt(200)),
                                regions.get(random.nextInt(regions.size())),
                                "d" + random.nextInt(3),
                                "i" + random.nextInt(3),
                                random.nextBoolean() ? "ONLINE" : "WINDOW");
                long amount = 1 + random.nextInt(9);
                tally.add(cell, Counter.ACCEPTED, amount);
                tally.add(cell, Counter.REPORTS, REPORTS_EACH * amount);
                kept.merge(cell, amount, Long::sum);
            }
            transactions.executeWithoutResult(_ -> files.add(tally));
            if (batch == 1) book.fold(1_000_000);
        }
        for (int i = 0; i < 120; i++) {
            if (i == 60) book.rebuildRollups();
            FigureBook.Question question = question(random, regions);
            Map<List<String>, Long> expected = summed(kept, question);
            Map<List<String>, Long> found = new LinkedHashMap<>();
            List<FigureBook.Group> groups = book.groups(question, 10_000);
            assertThat(groups.stream().map(FigureBook.Group::key))
                    .isSortedAccordingTo(
                            Comparator.comparing(
                                    key -> String.join(String.valueOf((char) 0), key)));
            for (FigureBook.Group group : groups) {
                long accepted = group.sums().getOrDefault(Counter.ACCEPTED, 0L);
                found.put(group.key(), accepted);
                assertThat(group.sums().keySet()).isEqualTo(question.counters());
                if (question.counters().contains(Counter.REPORTS)) {
                    assertThat(group.sums())
                            .containsEntry(Counter.REPORTS, REPORTS_EACH * accepted);
                }
            }
            assertThat(pageByPage(question, 7 + random.nextInt(40)))
                    .as("seed %d, question %d: %s", seed, i, question)
                    .isEqualTo(groups);
            int few = random.nextInt(6);
            assertThat(book.groups(question, few)).hasSize(Math.min(few + 1, groups.size()));
            found.values().removeIf(v -> v == 0);
            assertThat(found).as("seed %d, question %d: %s", seed, i, question).isEqualTo(expected);
        }
    }

    private List<FigureBook.Group> pageByPage(FigureBook.Question question, int size) {
        List<FigureBook.Group> all = new ArrayList<>();
        List<String> after = List.of();
        List<FigureBook.Group> page;
        do {
            page = book.page(question, after, size);
            all.addAll(page.subList(0, Math.min(size, page.size())));
            if (!all.isEmpty()) after = all.getLast().key();
        } while (page.size() > size);
        return all;
    }

    private static FigureBook.Question question(RandomGenerator random, List<String> regions) {
        LocalDate from =
                random.nextInt(3) == 0
                        ? LocalDate.of(2024, 1 + random.nextInt(4), 1)
                        : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120));
        LocalDate to = from.plusDays(random.nextInt(150));
        if (random.nextInt(3) == 0) to = to.withDayOfMonth(to.lengthOfMonth());
        List<Dimension> by = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (random.nextInt(5) == 0 && by.size() < 3) by.add(dimension);
        }
        Scope scope =
                switch (random.nextInt(3)) {
                    case 0 -> new Scope.WithinRegion(new RegionCode("620000000000"));
                    case 1 ->
                            new Scope.WithinRegion(
                                    new RegionCode(regions.get(random.nextInt(regions.size()))));
                    default ->
                            new Scope.OfDepartment(
                                    new RegionCode("620100000000"), "d" + random.nextInt(3));
                };
        RegionCode region =
                new RegionCode(
                        random.nextBoolean()
                                ? "620000000000"
                                : regions.get(random.nextInt(regions.size())));
        return new FigureBook.Question(
                scope,
                region,
                from,
                to,
                by,
                COUNTERS.get(random.nextInt(COUNTERS.size())),
                random.nextInt(4) == 0 ? "d1" : null,
                random.nextInt(4) == 0 ? "i1" : null,
                random.nextInt(4) == 0 ? "ONLINE" : null);
    }

    private static Map<List<String>, Long> summed(Map<Cell, Long> kept, FigureBook.Question q) {
        Map<List<String>, Long> sums = new LinkedHashMap<>();
        kept.forEach(
                (cell, amount) -> {
                    RegionCode region = new RegionCode(cell.region());
                    boolean seen =
                            switch (q.scope()) {
                                case Scope.WithinRegion(var own) -> own.contains(region);
                                case Scope.OfDepartment(var own, var department) ->
                                        own.contains(region)
                                                && cell.department().equals(department);
                                default -> false;
                            };
                    if (!seen
                            || !q.region().contains(region)
                            || cell.day().isBefore(q.from())
                            || cell.day().isAfter(q.to())
                            || (q.department() != null && !cell.department().equals(q.department()))
                            || (q.item() != null && !cell.itemCode().equals(q.item()))
                            || (q.channel() != null && !cell.channel().equals(q.channel()))) {
                        return;
                    }
                    sums.merge(q.by().stream().map(d -> key(d, cell)).toList(), amount, Long::sum);
                });
        return sums;
    }

    private static String key(Dimension dimension, Cell cell) {
        return switch (dimension) {
            case DAY -> cell.day().toString();
            case MONTH -> cell.day().withDayOfMonth(1).toString();
            case PROVINCE -> cell.region().substring(0, 2);
            case CITY -> cell.region().substring(0, 4);
            case COUNTY -> cell.region().substring(0, 6);
            case REGION -> cell.region();
            case DEPARTMENT -> cell.department();
            case ITEM -> cell.itemCode();
            case CHANNEL -> cell.channel();
        };
    }
}
