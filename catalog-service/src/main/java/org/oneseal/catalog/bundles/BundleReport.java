package org.oneseal.catalog.bundles;

import java.util.List;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.platform.objection.Objection;

/** What taking a bundle over changes, line by line. */
public record BundleReport(List<BundleLine> lines) {

    public BundleReport {
        lines = List.copyOf(lines);
    }

    public long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }

    /** Every objection of every line that is refused, with the line it is about. */
    public List<Objection> objections() {
        return lines.stream()
                .filter(line -> line.result() == Result.REFUSED)
                .flatMap(
                        line ->
                                line.objections().stream()
                                        .map(o -> o.at("/" + line.part() + "/" + line.key())))
                .toList();
    }
}
