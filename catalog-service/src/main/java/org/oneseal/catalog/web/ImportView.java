package org.oneseal.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.importing.ImportReport;

/**
 * What an import did, in sums and line by line.
 *
 * @param waiting lines whose drafts wait for another person's review
 */
record ImportView(
        boolean dryRun,
        long added,
        long changed,
        long unchanged,
        long waiting,
        long refused,
        List<String> departmentsRegistered,
        List<LineView> lines) {

    /**
     * One line.
     *
     * @param remarks on how many start days of three years the statute governs instead of the
     *     promise
     */
    record LineView(
            int number,
            String name,
            @Nullable String code,
            ImportReport.Result result,
            int version,
            int remarks,
            List<ObjectionView> objections) {}

    static ImportView of(ImportReport report, boolean dryRun, Told told) {
        return new ImportView(
                dryRun,
                report.count(ImportReport.Result.NEW),
                report.count(ImportReport.Result.CHANGED),
                report.count(ImportReport.Result.UNCHANGED),
                report.count(ImportReport.Result.WAITING),
                report.count(ImportReport.Result.REFUSED),
                report.departmentsRegistered(),
                report.lines().stream()
                        .map(
                                line ->
                                        new LineView(
                                                line.number(),
                                                line.name(),
                                                line.code(),
                                                line.result(),
                                                line.version(),
                                                line.remarks(),
                                                told.told(line.objections())))
                        .toList());
    }
}
