package org.oneseal.supervision.measuring;

import java.util.Map;

/**
 * The indicators of a group of cells, each computed from its sums (效能指标).
 *
 * @param statutorySpeedUp 法定提速率
 * @param promisedSpeedUp 承诺提速率
 * @param promiseCompression 承诺压缩比, weighted by accepted cases
 * @param immediateShare 即办件率 by case
 * @param onlineShare 网上办件占比
 * @param finishRate 办结率: ended regularly, by return or as void; above 100 % when earlier cases end
 *     in the period
 * @param earlyFinishRate 提前办结率
 * @param lateReportShare facts reported more than a working day late
 * @param meanReportLag seconds by fact
 */
public record Figures(
        Map<Counter, Long> sums,
        Ratio statutorySpeedUp,
        Ratio promisedSpeedUp,
        Ratio promiseCompression,
        Ratio immediateShare,
        Ratio onlineShare,
        Ratio finishRate,
        Ratio earlyFinishRate,
        Ratio yellowRate,
        Ratio redRate,
        Ratio lateReportShare,
        Ratio meanReportLag) {

    /** The indicators of these sums; a missing sum is zero. */
    public static Figures of(Map<Counter, Long> sums) {
        long legal = sum(sums, Counter.MEASURED_LEGAL_DAYS);
        long promised = sum(sums, Counter.MEASURED_PROMISED_DAYS);
        long used = sum(sums, Counter.MEASURED_USED_DAYS);
        long acceptedLegal = sum(sums, Counter.ACCEPTED_LEGAL_DAYS);
        long acceptedPromised = sum(sums, Counter.ACCEPTED_PROMISED_DAYS);
        long accepted = sum(sums, Counter.ACCEPTED);
        long reports = sum(sums, Counter.REPORTS);
        return new Figures(
                Map.copyOf(sums),
                Ratio.of(legal - used, legal),
                Ratio.of(promised - used, promised),
                Ratio.of(acceptedLegal - acceptedPromised, acceptedLegal),
                Ratio.of(sum(sums, Counter.ACCEPTED_IMMEDIATE), accepted),
                Ratio.of(sum(sums, Counter.ACCEPTED_ONLINE), accepted),
                Ratio.of(sum(sums, Counter.FINISHED_REGULAR), accepted),
                Ratio.of(sum(sums, Counter.FINISHED_EARLY), accepted),
                Ratio.of(standing(sums, "YELLOW"), accepted),
                Ratio.of(standing(sums, "RED"), accepted),
                Ratio.of(sum(sums, Counter.REPORTS_LATE), reports),
                Ratio.of(sum(sums, Counter.REPORT_LAG_SECONDS), reports));
    }

    /** Cards that were issued and not taken back. */
    private static long standing(Map<Counter, Long> sums, String colour) {
        return sum(sums, Counter.drawn(colour)) - sum(sums, Counter.revoked(colour));
    }

    private static long sum(Map<Counter, Long> sums, Counter counter) {
        return sums.getOrDefault(counter, 0L);
    }
}
