package org.oneseal.supervision.measuring;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The indicators by which groups are shown and ranked, with their names for people. */
public enum Indicator {
    STATUTORY_SPEED_UP(
            "statutorySpeedUp",
            "法定提速率",
            "Statutory speed-up",
            sums ->
                    Ratio.of(
                            sums.get(Counter.MEASURED_LEGAL_DAYS)
                                    - sums.get(Counter.MEASURED_USED_DAYS),
                            sums.get(Counter.MEASURED_LEGAL_DAYS)),
            Counter.MEASURED_LEGAL_DAYS,
            Counter.MEASURED_USED_DAYS),
    PROMISED_SPEED_UP(
            "promisedSpeedUp",
            "承诺提速率",
            "Promised speed-up",
            sums ->
                    Ratio.of(
                            sums.get(Counter.MEASURED_PROMISED_DAYS)
                                    - sums.get(Counter.MEASURED_USED_DAYS),
                            sums.get(Counter.MEASURED_PROMISED_DAYS)),
            Counter.MEASURED_PROMISED_DAYS,
            Counter.MEASURED_USED_DAYS),
    PROMISE_COMPRESSION(
            "promiseCompression",
            "承诺压缩比",
            "Promise compression",
            sums ->
                    Ratio.of(
                            sums.get(Counter.ACCEPTED_LEGAL_DAYS)
                                    - sums.get(Counter.ACCEPTED_PROMISED_DAYS),
                            sums.get(Counter.ACCEPTED_LEGAL_DAYS)),
            Counter.ACCEPTED_LEGAL_DAYS,
            Counter.ACCEPTED_PROMISED_DAYS),
    IMMEDIATE_SHARE(
            "immediateShare",
            "即办件率（按办件）",
            "Immediate cases",
            ofAccepted(Counter.ACCEPTED_IMMEDIATE),
            Counter.ACCEPTED,
            Counter.ACCEPTED_IMMEDIATE),
    ONLINE_SHARE(
            "onlineShare",
            "网上办件占比",
            "Online cases",
            ofAccepted(Counter.ACCEPTED_ONLINE),
            Counter.ACCEPTED,
            Counter.ACCEPTED_ONLINE),
    PROMISE_FILING_SHARE(
            "promiseFilingShare",
            "告知承诺率",
            "Promise-based filings",
            ofAccepted(Counter.ACCEPTED_ON_PROMISE),
            Counter.ACCEPTED,
            Counter.ACCEPTED_ON_PROMISE),
    REENTRY_SHARE(
            "reentryShare",
            "二次录入率",
            "Keyed in twice",
            ofAccepted(Counter.ACCEPTED_REENTERED),
            Counter.ACCEPTED,
            Counter.ACCEPTED_REENTERED),
    FINISH_RATE(
            "finishRate",
            "办结率",
            "Finish rate",
            ofAccepted(Counter.FINISHED_REGULAR),
            Counter.ACCEPTED,
            Counter.FINISHED_REGULAR),
    EARLY_FINISH_RATE(
            "earlyFinishRate",
            "提前办结率",
            "Finished early",
            ofAccepted(Counter.FINISHED_EARLY),
            Counter.ACCEPTED,
            Counter.FINISHED_EARLY),
    YELLOW_RATE(
            "yellowRate",
            "黄牌率",
            "Yellow cards",
            standing("YELLOW"),
            Counter.ACCEPTED,
            Counter.CARDS_YELLOW,
            Counter.CARDS_YELLOW_REVOKED),
    RED_RATE(
            "redRate",
            "红牌率",
            "Red cards",
            standing("RED"),
            Counter.ACCEPTED,
            Counter.CARDS_RED,
            Counter.CARDS_RED_REVOKED),
    LATE_REPORT_SHARE(
            "lateReportShare",
            "迟报率",
            "Late reports",
            sums -> Ratio.of(sums.get(Counter.REPORTS_LATE), sums.get(Counter.REPORTS)),
            Counter.REPORTS,
            Counter.REPORTS_LATE);

    /** What is summed up, zero for what is not. */
    private interface Sums {
        long get(Counter counter);
    }

    private final String word;
    private final String chinese;
    private final String english;
    private final Function<Sums, Ratio> ratio;
    private final Set<Counter> counters;

    Indicator(
            String word,
            String chinese,
            String english,
            Function<Sums, Ratio> ratio,
            Counter... counters) {
        this.word = word;
        this.chinese = chinese;
        this.english = english;
        this.ratio = ratio;
        this.counters = Set.of(counters);
    }

    private static Function<Sums, Ratio> ofAccepted(Counter part) {
        return sums -> Ratio.of(sums.get(part), sums.get(Counter.ACCEPTED));
    }

    /** Cards that were issued and not taken back, of the accepted. */
    private static Function<Sums, Ratio> standing(String colour) {
        Counter drawn = Counter.drawn(colour);
        Counter revoked = Counter.revoked(colour);
        return sums -> Ratio.of(sums.get(drawn) - sums.get(revoked), sums.get(Counter.ACCEPTED));
    }

    /** Its name in requests and answers. */
    public String word() {
        return word;
    }

    /** Its name for people. */
    public String name(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    /** The sums it rests on; the others do not change it. */
    public Set<Counter> counters() {
        return counters;
    }

    /** From these sums; a missing one is zero. */
    public Ratio of(Map<Counter, Long> sums) {
        return ratio.apply(counter -> sums.getOrDefault(counter, 0L));
    }

    /** True where less is better. */
    public boolean isBad() {
        return switch (this) {
            case YELLOW_RATE, RED_RATE, LATE_REPORT_SHARE, REENTRY_SHARE -> true;
            default -> false;
        };
    }

    public static Optional<Indicator> named(String word) {
        return Arrays.stream(values()).filter(i -> i.word.equals(word)).findFirst();
    }
}
