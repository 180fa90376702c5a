package org.oneseal.supervision.measuring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.supervision.measuring.FigureBook.Dimension;

/** The reports that have a name (报表). Each is a grouping with what it is about. */
public enum Report {
    /** 提速报表: how much faster than the law and the promise, by department. */
    SPEED(
            List.of(Dimension.DEPARTMENT),
            List.of(
                    Counter.MEASURED,
                    Counter.MEASURED_LEGAL_DAYS,
                    Counter.MEASURED_PROMISED_DAYS,
                    Counter.MEASURED_USED_DAYS),
            List.of(
                    Indicator.STATUTORY_SPEED_UP,
                    Indicator.PROMISED_SPEED_UP,
                    Indicator.PROMISE_COMPRESSION)),
    /** 办件报表: what came in and what was done, by county. */
    HANDLING(
            List.of(Dimension.COUNTY),
            List.of(
                    Counter.SUBMITTED,
                    Counter.ACCEPTED,
                    Counter.REFUSED,
                    Counter.WITHDRAWN,
                    Counter.FINISHED),
            List.of(
                    Indicator.FINISH_RATE,
                    Indicator.EARLY_FINISH_RATE,
                    Indicator.IMMEDIATE_SHARE,
                    Indicator.ONLINE_SHARE,
                    Indicator.PROMISE_FILING_SHARE)),
    /** 发牌报表: cards and those taken back side by side, by department. */
    CARDS(
            List.of(Dimension.DEPARTMENT),
            List.of(
                    Counter.CARDS_BLUE,
                    Counter.CARDS_YELLOW,
                    Counter.CARDS_YELLOW_REVOKED,
                    Counter.CARDS_RED,
                    Counter.CARDS_RED_REVOKED),
            List.of(Indicator.YELLOW_RATE, Indicator.RED_RATE)),
    /** 事项报表: what is asked for most and how it goes, by item. */
    ITEMS(
            List.of(Dimension.ITEM),
            List.of(Counter.ACCEPTED, Counter.FINISHED, Counter.FINISHED_LATE),
            List.of(
                    Indicator.IMMEDIATE_SHARE,
                    Indicator.EARLY_FINISH_RATE,
                    Indicator.STATUTORY_SPEED_UP)),
    /** 报送报表: who is late in telling, and who keys in twice, by department and month. */
    REPORTING(
            List.of(Dimension.DEPARTMENT, Dimension.MONTH),
            List.of(
                    Counter.REPORTS,
                    Counter.REPORTS_LATE,
                    Counter.REPORT_LAG_SECONDS,
                    Counter.ACCEPTED,
                    Counter.ACCEPTED_REENTERED),
            List.of(Indicator.LATE_REPORT_SHARE, Indicator.REENTRY_SHARE));

    private final List<Dimension> by;
    private final List<Counter> counters;
    private final List<Indicator> indicators;

    Report(List<Dimension> by, List<Counter> counters, List<Indicator> indicators) {
        this.by = by;
        this.counters = counters;
        this.indicators = indicators;
    }

    public List<Dimension> by() {
        return by;
    }

    public List<Counter> counters() {
        return counters;
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    /** What is summed for it: what it shows, and what its indicators rest on. */
    public Set<Counter> summed() {
        return Stream.concat(
                        counters.stream(), indicators.stream().flatMap(i -> i.counters().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its name in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Report> named(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }
}
