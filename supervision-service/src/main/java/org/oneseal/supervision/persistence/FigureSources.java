package org.oneseal.supervision.persistence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook.Dimension;
import org.oneseal.supervision.measuring.FigureBook.Question;

/**
 * Which rows answer a question: parts with the same columns whose sums are added, those that read
 * least first.
 */
final class FigureSources {

    /** Without a time zone, which would be looked up for every row. */
    private static final String FIRST_OF_MONTH = "date_trunc('month', %s::timestamp)::date";

    private static final String OF_DAY = FIRST_OF_MONTH.formatted("day");

    private final Question question;
    private final JdbcFigureBook.Reach reach;
    private final RegionLevel level;
    private final Side side;
    private final List<Counter> counters;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    FigureSources(Question question, JdbcFigureBook.Reach reach) {
        this.question = question;
        this.reach = reach;
        this.level = level(question, reach);
        this.side = Side.of(question, reach, level);
        this.counters = Stream.of(Counter.values()).filter(question.counters()::contains).toList();
        parameters.put("places", reach.region().prefix() + "%");
        // What follows the digits of a place lies before the next character after '9'.
        parameters.put("place", digits(reach));
        parameters.put("beyond", digits(reach) + ":");
        String department = reach.department().orElse(question.department());
        if (department != null) parameters.put("department", department);
        if (reach.department().isPresent() && question.department() != null) {
            parameters.put("alsoDepartment", question.department());
        }
        if (question.item() != null) parameters.put("item", question.item());
        if (question.channel() != null) parameters.put("channel", question.channel());
        rolled();
        parts.sort(Comparator.comparing(Part::ofDays));
    }

    /**
     * Rows of one table.
     *
     * @param ofDays whether it reads every cell of some days
     */
    record Part(String sql, boolean ofDays) {}

    private static String digits(JdbcFigureBook.Reach reach) {
        return reach.region().level() == RegionLevel.NATION ? "" : reach.region().prefix();
    }

    /** The level whose rows are fine enough: villages stand for the region of the case itself. */
    private static RegionLevel level(Question question, JdbcFigureBook.Reach reach) {
        RegionLevel level = reach.region().level();
        for (Dimension dimension : question.by()) {
            RegionLevel needed =
                    switch (dimension) {
                        case PROVINCE -> RegionLevel.PROVINCE;
                        case CITY -> RegionLevel.CITY;
                        case COUNTY -> RegionLevel.COUNTY;
                        case REGION -> RegionLevel.VILLAGE;
                        case DAY, MONTH, DEPARTMENT, ITEM, CHANNEL -> RegionLevel.NATION;
                    };
            if (needed.compareTo(level) > 0) level = needed;
        }
        return level;
    }

    private void rolled() {
        JdbcFigureBook.Split split =
                question.by().contains(Dimension.DAY)
                        ? new JdbcFigureBook.Split(
                                java.util.Optional.empty(), java.util.Optional.empty())
                        : JdbcFigureBook.Split.of(question.from(), question.to());
        if (split.first().isEmpty() || split.last().isEmpty()) {
            part("all", question.from(), question.to());
            return;
        }
        YearMonth first = split.first().get();
        YearMonth last = split.last().get();
        LocalDate begin = first.atDay(1);
        LocalDate end = last.atEndOfMonth();
        rollups("months", "MONTH", begin, last.atDay(1));
        differences("lately", begin, end);
        if (question.from().isBefore(begin)) {
            part("before", question.from(), begin.minusDays(1));
        }
        if (question.to().isAfter(end)) {
            part("after", end.plusDays(1), question.to());
        }
    }

    private void part(String name, LocalDate from, LocalDate to) {
        if (side.hasDays(level)) {
            rollups(name, "DAY", from, to);
            differences(name + "Lately", from, to);
        } else {
            days(name, from, to);
        }
    }

    private void rollups(String name, String grain, LocalDate from, LocalDate to) {
        add(
                "indicator_rollups",
                "place",
                grain.equals("MONTH") ? "start" : FIRST_OF_MONTH.formatted("start"),
                "start",
                "side = '"
                        + side
                        + "' AND level = '"
                        + side.level(level)
                        + "' AND grain = '"
                        + grain
                        + "' AND place >= :place AND place < :beyond",
                name,
                from,
                to);
    }

    private void differences(String name, LocalDate from, LocalDate to) {
        add("indicator_differences", "region", OF_DAY, "day", placed(), name, from, to);
    }

    private void days(String name, LocalDate from, LocalDate to) {
        if (!question.by().contains(Dimension.DAY)) {
            add("indicators", "region", OF_DAY, "day", within(), name, from, to);
            return;
        }
        // A month at a time: who asks for too many groups is told so after the first ones.
        int month = 0;
        for (LocalDate first = from; !first.isAfter(to); ) {
            LocalDate last = YearMonth.from(first).atEndOfMonth();
            add(
                    "indicators",
                    "region",
                    OF_DAY,
                    "day",
                    within(),
                    name + month++,
                    first,
                    last.isBefore(to) ? last : to);
            first = last.plusDays(1);
        }
    }

    /** By the column of the region's own level; below the county, its county has the index. */
    private String within() {
        return switch (reach.region().level()) {
            case NATION -> "true";
            case PROVINCE -> "province = :place";
            case CITY -> "city = :place";
            case COUNTY -> "county = :place";
            case TOWN -> "county = left(:place, 6) AND town = :place";
            case VILLAGE -> "county = left(:place, 6) AND village = :place";
        };
    }

    private String placed() {
        return reach.region().level() == RegionLevel.NATION ? "true" : "region LIKE :places";
    }

    private void add(
            String table,
            String region,
            String month,
            String day,
            String condition,
            String name,
            LocalDate from,
            LocalDate to) {
        parameters.put(name + "From", from);
        parameters.put(name + "To", to);
        String keys =
                question.by().stream()
                        .map(d -> key(d, region, month, day) + " AS " + name(d) + ", ")
                        .collect(Collectors.joining());
        StringBuilder sql = new StringBuilder("SELECT ").append(keys);
        sql.append(counters.stream().map(Counter::column).collect(Collectors.joining(", ")));
        sql.append(" FROM ").append(table).append(" WHERE ").append(condition);
        sql.append(" AND ").append(day).append(" BETWEEN :").append(name).append("From AND :");
        sql.append(name).append("To");
        if (parameters.containsKey("department")) sql.append(" AND department = :department");
        if (parameters.containsKey("alsoDepartment")) {
            sql.append(" AND department = :alsoDepartment");
        }
        if (parameters.containsKey("item")) sql.append(" AND item_code = :item");
        if (parameters.containsKey("channel")) sql.append(" AND channel = :channel");
        parts.add(new Part(sql.toString(), table.equals("indicators")));
    }

    private static String key(Dimension dimension, String region, String month, String day) {
        return switch (dimension) {
            case DAY -> day;
            case MONTH -> month;
            case PROVINCE -> "left(" + region + ", 2)";
            case CITY -> "left(" + region + ", 4)";
            case COUNTY -> "left(" + region + ", 6)";
            case REGION -> region;
            case DEPARTMENT -> "department";
            case ITEM -> "item_code";
            case CHANNEL -> "channel";
        };
    }

    static String name(Dimension dimension) {
        return "key_" + dimension.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As text: a date that is read as one is made into a calendar and back, row by row. */
    static String shown(Dimension dimension) {
        return switch (dimension) {
            case DAY, MONTH -> name(dimension) + "::text";
            case PROVINCE, CITY, COUNTY, REGION, DEPARTMENT, ITEM, CHANNEL -> name(dimension);
        };
    }

    /** What each part has beside its keys, in this order. */
    List<Counter> counters() {
        return counters;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** All parts in one. */
    Part whole() {
        return new Part(
                parts.stream().map(Part::sql).collect(Collectors.joining(" UNION ALL ")),
                parts.stream().anyMatch(Part::ofDays));
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
