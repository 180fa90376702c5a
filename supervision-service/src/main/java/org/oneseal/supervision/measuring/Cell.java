package org.oneseal.supervision.measuring;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where sums are kept: a day in Asia/Shanghai, twelve digits of region, department, item and
 * channel; empty text where there is none.
 */
public record Cell(LocalDate day, String region, String department, String itemCode, String channel)
        implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::day)
                    .thenComparing(Cell::region)
                    .thenComparing(Cell::department)
                    .thenComparing(Cell::itemCode)
                    .thenComparing(Cell::channel);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
