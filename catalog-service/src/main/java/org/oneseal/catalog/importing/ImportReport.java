package org.oneseal.catalog.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * What an import did, line by line.
 *
 * @param departmentsRegistered codes of departments that came with the list
 */
public record ImportReport(List<Line> lines, List<String> departmentsRegistered) {

    /** What became of a line. */
    public enum Result {
        NEW,
        CHANGED,
        UNCHANGED,
        /**
         * A draft that says so waits for another person's review (审定), where the rules ask for one.
         */
        WAITING,
        REFUSED
    }

    /**
     * One line.
     *
     * @param code null where it could not be made
     * @param version published or found, 0 where it waits or was refused
     * @param remarks on how many start days of three years the statute governs
     */
    public record Line(
            int number,
            String name,
            @Nullable String code,
            Result result,
            int version,
            int remarks,
            List<Objection> objections) {}

    public ImportReport {
        lines = List.copyOf(lines);
        departmentsRegistered = List.copyOf(departmentsRegistered);
    }

    public long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }
}
