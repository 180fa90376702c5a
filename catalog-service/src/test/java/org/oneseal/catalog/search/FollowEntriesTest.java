package org.oneseal.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;

/**
 * Transactions get their numbers when they begin and commit in any order; a replica that catches up
 * has what is committed, whenever it looks.
 */
class FollowEntriesTest {

    private static final long SEED = 20261122;

    /** A table whose rows show what was committed, with numbers as PostgreSQL gives them. */
    private static final class Table implements SearchEntries {

        private final TreeMap<Long, Map<String, @Nullable SearchEntry>> open = new TreeMap<>();
        private final Map<String, Change> committed = new HashMap<>();
        private long next = 10;
        private int told;

        void begin() {
            open.put(next++, new HashMap<>());
        }

        /** Whoever changes a row that an open transaction changed waits; here it picks another. */
        void change(long number, String ref, @Nullable SearchEntry entry) {
            boolean held =
                    open.entrySet().stream()
                            .anyMatch(t -> t.getKey() != number && t.getValue().containsKey(ref));
            if (!held) open.getOrDefault(number, new HashMap<>()).put(ref, entry);
        }

        void commit(long number) {
            Map<String, @Nullable SearchEntry> changed = open.remove(number);
            if (changed == null) return;
            changed.forEach(
                    (ref, entry) ->
                            committed.put(ref, new Change(SearchKind.ITEM, ref, number, entry)));
        }

        @Override
        public long horizon() {
            return open.isEmpty() ? next : open.firstKey();
        }

        @Override
        public List<Change> changes(long from, @Nullable Change after, int limit) {
            Comparator<Change> order =
                    Comparator.comparing(Change::number).thenComparing(Change::ref);
            List<Change> found =
                    committed.values().stream()
                            .filter(change -> change.number() >= from)
                            .filter(c -> after == null || order.compare(c, after) > 0)
                            .sorted(order)
                            .limit(limit)
                            .toList();
            told += found.size();
            return found;
        }

        @Override
        public List<Change> changedKeys(long from, int limit) {
            return changes(from, null, limit).stream()
                    .map(c -> new Change(c.kind(), c.ref(), c.number(), null))
                    .toList();
        }

        @Override
        public void put(SearchEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(SearchKind kind, String ref) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hold() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keepOnly(SearchKind kind, Collection<String> refs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean outdated() {
            return false;
        }

        @Override
        public void renumber() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Shown implements FullText {

        private final Map<String, SearchEntry> entries = new TreeMap<>();
        private int applied;

        @Override
        public void apply(List<SearchEntries.Change> changes) {
            applied += changes.size();
            for (SearchEntries.Change change : changes) {
                if (change.entry() == null) entries.remove(change.ref());
                else entries.put(change.ref(), change.entry());
            }
        }

        @Override
        public void pack() {}

        @Override
        public void show() {}

        @Override
        public List<Found> find(TierQuery query) {
            return List.of();
        }
    }

    @Test
    void whateverIsCommittedIsSeenAtTheNextLookInWhicheverOrderItWas() {
        int late = 0;
        for (int round = 0; round < 400; round++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + round);
            Table table = new Table();
            List<Shown> shown = List.of(new Shown(), new Shown());
            List<FollowEntries> replicas =
                    shown.stream().map(s -> new FollowEntries(table, s)).toList();
            for (int step = 0; step < 120; step++) {
                List<Long> open = new ArrayList<>(table.open.keySet());
                if (open.size() < 2 || random.nextInt(5) == 0) {
                    table.begin();
                    continue;
                }
                long one = open.get(random.nextInt(open.size()));
                if (random.nextInt(3) == 0) {
                    if (one > open.getFirst()) late++;
                    table.commit(one);
                } else {
                    String ref = "r" + random.nextInt(8);
                    table.change(one, ref, random.nextInt(4) == 0 ? null : entry(ref, step));
                }
                int at = random.nextInt(3);
                if (at == 2) continue;
                replicas.get(at).catchUp();
                assertThat(shown.get(at).entries)
                        .as("seed %d round %d step %d", SEED, round, step)
                        .isEqualTo(committed(table));
            }
        }
        assertThat(late).isGreaterThan(1000);
    }

    @Test
    void whereNothingIsOpenAnythingIsTakenInOnce() {
        Table table = new Table();
        Shown shown = new Shown();
        FollowEntries replica = new FollowEntries(table, shown);
        for (int i = 0; i < 1200; i++) {
            table.begin();
            table.change(table.next - 1, "r" + i, entry("r" + i, i));
            table.commit(table.next - 1);
        }
        replica.catchUp();
        replica.catchUp();
        assertThat(shown.applied).isEqualTo(1200);
        assertThat(table.told).isEqualTo(1200);
        assertThat(shown.entries).hasSize(1200);
    }

    private static Map<String, SearchEntry> committed(Table table) {
        Map<String, SearchEntry> there = new TreeMap<>();
        table.committed
                .values()
                .forEach(
                        change -> {
                            if (change.entry() != null) there.put(change.ref(), change.entry());
                        });
        return there;
    }

    private static SearchEntry entry(String ref, int step) {
        return new SearchEntry(
                SearchKind.ITEM,
                ref,
                RegionCode.NATION,
                "许可" + step,
                List.of(),
                List.of(),
                null,
                null);
    }
}
