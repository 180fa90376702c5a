package org.oneseal.supervision.measuring;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums by cell: what one case contributes, or the difference between two contributions. */
public final class Tally {

    private final TreeMap<Cell, EnumMap<Counter, Long>> sums = new TreeMap<>();

    /** Adds to a cell; zero leaves no trace. */
    public Tally add(Cell cell, Counter counter, long amount) {
        if (amount == 0) return this;
        Map<Counter, Long> row = sums.computeIfAbsent(cell, _ -> new EnumMap<>(Counter.class));
        if (row.merge(counter, amount, Long::sum) == 0) row.remove(counter);
        if (row.isEmpty()) sums.remove(cell);
        return this;
    }

    public Tally add(Tally other) {
        other.sums.forEach((cell, row) -> row.forEach((counter, sum) -> add(cell, counter, sum)));
        return this;
    }

    public Tally subtract(Tally other) {
        other.sums.forEach((cell, row) -> row.forEach((counter, sum) -> add(cell, counter, -sum)));
        return this;
    }

    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The cells in a fixed order, so that two writers never wait for each other in a circle. */
    public Map<Cell, Map<Counter, Long>> cells() {
        TreeMap<Cell, Map<Counter, Long>> copy = new TreeMap<>();
        sums.forEach((cell, row) -> copy.put(cell, Map.copyOf(row)));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && sums.equals(tally.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
