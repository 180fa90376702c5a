package org.oneseal.supervision.measuring;

import java.util.Collections;
import java.util.Map;

/**
 * The indicators of a group of cells, each computed from its sums (效能指标).
 *
 * @param statutorySpeedUp 法定提速率
 * @param promisedSpeedUp 承诺提速率
 * @param promiseCompression 承诺压缩比, weighted by accepted cases
 * @param immediateShare 即办件率 by case
 * @param onlineShare 网上办件占比
 * @param promiseFilingShare 告知承诺率 by case
 * @param reentryShare 二次录入率: keyed in although the department's own system tells of the item
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
        Ratio promiseFilingShare,
        Ratio reentryShare,
        Ratio finishRate,
        Ratio earlyFinishRate,
        Ratio yellowRate,
        Ratio redRate,
        Ratio lateReportShare,
        Ratio meanReportLag) {

    /** The indicators of these sums; a missing sum is zero. */
    public static Figures of(Map<Counter, Long> sums) {
        return new Figures(
                Collections.unmodifiableMap(sums),
                Indicator.STATUTORY_SPEED_UP.of(sums),
                Indicator.PROMISED_SPEED_UP.of(sums),
                Indicator.PROMISE_COMPRESSION.of(sums),
                Indicator.IMMEDIATE_SHARE.of(sums),
                Indicator.ONLINE_SHARE.of(sums),
                Indicator.PROMISE_FILING_SHARE.of(sums),
                Indicator.REENTRY_SHARE.of(sums),
                Indicator.FINISH_RATE.of(sums),
                Indicator.EARLY_FINISH_RATE.of(sums),
                Indicator.YELLOW_RATE.of(sums),
                Indicator.RED_RATE.of(sums),
                Indicator.LATE_REPORT_SHARE.of(sums),
                Ratio.of(
                        sums.getOrDefault(Counter.REPORT_LAG_SECONDS, 0L),
                        sums.getOrDefault(Counter.REPORTS, 0L)));
    }
}
