package org.oneseal.supervision.measuring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table. An indicator takes three columns: numerator, denominator and the percentage
 * for the eye, which is empty where the denominator is zero.
 *
 * @param rows texts, whole numbers, decimals and nulls
 */
public record Sheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {

    /** The sheet of a report. */
    public static Sheet of(Report report, List<FigureBook.Group> groups, Locale locale) {
        boolean chinese = !locale.getLanguage().equals("en");
        List<String> heads = new ArrayList<>();
        for (FigureBook.Dimension dimension : report.by()) heads.add(head(dimension, chinese));
        for (Counter counter : report.counters()) heads.add(head(counter, chinese));
        for (Indicator indicator : report.indicators()) {
            String name = indicator.name(chinese);
            heads.add(name + (chinese ? "（分子）" : ", numerator"));
            heads.add(name + (chinese ? "（分母）" : ", denominator"));
            heads.add(name + " %");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FigureBook.Group group : groups) rows.add(row(report, group));
        return new Sheet(report.word(), heads, rows);
    }

    private static List<@Nullable Object> row(Report report, FigureBook.Group group) {
        List<@Nullable Object> row = new ArrayList<>(group.key());
        for (Counter counter : report.counters()) {
            row.add(group.sums().getOrDefault(counter, 0L));
        }
        for (Indicator indicator : report.indicators()) {
            Ratio ratio = indicator.of(group.sums());
            BigDecimal percent = ratio.percent();
            row.add(ratio.numerator());
            row.add(ratio.denominator());
            row.add(percent);
        }
        return row;
    }

    private static String head(FigureBook.Dimension dimension, boolean chinese) {
        return switch (dimension) {
            case DAY -> chinese ? "日期" : "Day";
            case MONTH -> chinese ? "月份" : "Month";
            case PROVINCE -> chinese ? "省" : "Province";
            case CITY -> chinese ? "市州" : "City";
            case COUNTY -> chinese ? "县市区" : "County";
            case REGION -> chinese ? "区划" : "Region";
            case DEPARTMENT -> chinese ? "部门" : "Department";
            case ITEM -> chinese ? "事项" : "Item";
            case CHANNEL -> chinese ? "渠道" : "Channel";
        };
    }

    private static String head(Counter counter, boolean chinese) {
        if (!chinese) {
            return Stream.of(counter.name().split("_"))
                    .map(w -> w.toLowerCase(Locale.ROOT))
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow();
        }
        return switch (counter) {
            case SUBMITTED -> "申请数";
            case ACCEPTED -> "受理数";
            case ACCEPTED_IMMEDIATE -> "即办件数";
            case ACCEPTED_ONLINE -> "网上受理数";
            case ACCEPTED_REENTERED -> "二次录入数";
            case ACCEPTED_ON_PROMISE -> "告知承诺受理数";
            case ACCEPTED_LEGAL_DAYS -> "受理件法定时限";
            case ACCEPTED_PROMISED_DAYS -> "受理件承诺时限";
            case REFUSED -> "不予受理数";
            case FINISHED -> "办结数";
            case FINISHED_REGULAR -> "正常、退回、作废办结数";
            case FINISHED_EARLY -> "提前办结数";
            case FINISHED_LATE -> "超期办结数";
            case MEASURED -> "计速件数";
            case MEASURED_LEGAL_DAYS -> "法定时限与特别程序时限";
            case MEASURED_PROMISED_DAYS -> "承诺时限与特别程序时限";
            case MEASURED_USED_DAYS -> "用时";
            case WITHDRAWN -> "撤回数";
            case REPORTS -> "报送数";
            case REPORTS_LATE -> "迟报数";
            case REPORT_LAG_SECONDS -> "报送时滞（秒）";
            case CARDS_BLUE -> "蓝牌";
            case CARDS_YELLOW -> "黄牌";
            case CARDS_RED -> "红牌";
            case CARDS_BLUE_REVOKED -> "撤销蓝牌";
            case CARDS_YELLOW_REVOKED -> "撤销黄牌";
            case CARDS_RED_REVOKED -> "撤销红牌";
        };
    }
}
