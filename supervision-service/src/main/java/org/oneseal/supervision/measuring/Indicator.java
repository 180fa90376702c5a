package org.oneseal.supervision.measuring;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The indicators by which groups are shown and ranked, with their names for people. */
public enum Indicator {
    STATUTORY_SPEED_UP(
            "statutorySpeedUp", "法定提速率", "Statutory speed-up", Figures::statutorySpeedUp),
    PROMISED_SPEED_UP("promisedSpeedUp", "承诺提速率", "Promised speed-up", Figures::promisedSpeedUp),
    PROMISE_COMPRESSION(
            "promiseCompression", "承诺压缩比", "Promise compression", Figures::promiseCompression),
    IMMEDIATE_SHARE("immediateShare", "即办件率（按办件）", "Immediate cases", Figures::immediateShare),
    ONLINE_SHARE("onlineShare", "网上办件占比", "Online cases", Figures::onlineShare),
    FINISH_RATE("finishRate", "办结率", "Finish rate", Figures::finishRate),
    EARLY_FINISH_RATE("earlyFinishRate", "提前办结率", "Finished early", Figures::earlyFinishRate),
    YELLOW_RATE("yellowRate", "黄牌率", "Yellow cards", Figures::yellowRate),
    RED_RATE("redRate", "红牌率", "Red cards", Figures::redRate),
    LATE_REPORT_SHARE("lateReportShare", "迟报率", "Late reports", Figures::lateReportShare);

    private final String word;
    private final String chinese;
    private final String english;
    private final Function<Figures, Ratio> ratio;

    Indicator(String word, String chinese, String english, Function<Figures, Ratio> ratio) {
        this.word = word;
        this.chinese = chinese;
        this.english = english;
        this.ratio = ratio;
    }

    /** Its name in requests and answers. */
    public String word() {
        return word;
    }

    /** Its name for people. */
    public String name(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    public Ratio of(Figures figures) {
        return ratio.apply(figures);
    }

    /** True where less is better. */
    public boolean isBad() {
        return this == YELLOW_RATE || this == RED_RATE || this == LATE_REPORT_SHARE;
    }

    public static Optional<Indicator> named(String word) {
        return Arrays.stream(values()).filter(i -> i.word.equals(word)).findFirst();
    }
}
