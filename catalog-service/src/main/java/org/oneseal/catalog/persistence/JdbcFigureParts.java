package org.oneseal.catalog.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.DepthLevel;
import org.oneseal.catalog.indicators.DepthLevels;
import org.oneseal.catalog.indicators.Figure;
import org.oneseal.catalog.indicators.ProveFigures;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnitTable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFigureParts implements ProveFigures {

    private static final String PUBLISHED = "i.status IN ('IN_FORCE', 'SUSPENDED')";

    private final ListStatements lists;
    private final DepthLevels levels;
    private final UnitTables units;

    JdbcFigureParts(ListStatements lists, DepthLevels levels, UnitTables units) {
        this.lists = lists;
        this.levels = levels;
        this.units = units;
    }

    /** What an item adds to the part and to the whole. */
    private record Terms(String numerator, String denominator, String counted) {

        static Terms of(Figure figure, UnitTable units) {
            String legal = JdbcItemFigures.parts("legalLimit", units);
            String promised = JdbcItemFigures.parts("promisedLimit", units);
            String guided = "summary ->> 'trips' IS NOT NULL";
            return switch (figure) {
                case PROMISE_COMPRESSION ->
                        new Terms(
                                legal + " - coalesce(" + promised + ", 0)", legal, legal + " > 0");
                case IMMEDIATE -> when("summary ->> 'caseKind' = 'IMMEDIATE'", "true");
                case ZERO_TRIP -> when("summary ->> 'trips' = '0'", guided);
                case ONLINE -> when("summary ->> 'online' = 'true'", guided);
                case FULLY_ONLINE -> when("summary ->> 'fullyOnline' = 'true'", guided);
                case GUIDE_COVERAGE -> when(guided, "true");
            };
        }

        private static Terms when(String condition, String counted) {
            return new Terms("coalesce((" + condition + ")::int, 0)", "1", counted);
        }
    }

    @Override
    public List<Part> parts(Query query) {
        Figure figure = query.figure();
        if (figure == null) throw new IllegalArgumentException("no figure");
        Terms terms = Terms.of(figure, units.on(query.within(), query.day()));
        return page(terms, published(query).where(terms.counted()), query);
    }

    @Override
    public List<Part> ofDepth(Query query, String level) {
        String reached = level(levels.on(query.within(), query.day()));
        return page(
                new Terms("1", "1", "true"),
                published(query).where(reached + " = :level", "level", level),
                query);
    }

    private static Narrowing published(Query query) {
        return bodies(query.within(), query.department()).where(PUBLISHED);
    }

    private List<Part> page(Terms terms, Narrowing by, Query query) {
        return lists.page(
                        "SELECT code, name, department, %s AS numerator, %s AS denominator FROM items i"
                                .formatted(terms.numerator(), terms.denominator()),
                        by.behind("code", query.after()),
                        "code",
                        query.limit())
                .query(
                        (row, _) ->
                                new Part(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("department"),
                                        row.getLong("numerator"),
                                        row.getLong("denominator")))
                .list();
    }

    @Override
    public List<Share> depths(RegionCode within, @Nullable String department, LocalDate day) {
        List<DepthLevel> table = levels.on(within, day);
        Narrowing by = bodies(within, department).where(PUBLISHED);
        Map<String, Long> counted =
                lists
                        .sql(
                                "SELECT level, count(*) AS items FROM (SELECT "
                                        + level(table)
                                        + " AS level FROM items i WHERE "
                                        + by.sql()
                                        + ") leveled WHERE level IS NOT NULL GROUP BY level")
                        .params(by.parameters())
                        .query((row, _) -> new Share(row.getString("level"), row.getLong("items")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Share::level, Share::items));
        return table.stream()
                .map(level -> new Share(level.level(), counted.getOrDefault(level.level(), 0L)))
                .toList();
    }

    @Override
    public List<Published> published(
            RegionCode within, @Nullable String department, LocalDate day) {
        Narrowing bodies = bodies(within, department).with("day", day);
        return lists.sql(
                        """
                        SELECT substring(code FROM 20) AS matter, department, code FROM items i
                         WHERE %1$s AND %2$s
                        UNION ALL
                        SELECT substring(code FROM 20), department, code FROM powers i
                         WHERE latest > 0 AND (cancelled_from IS NULL OR cancelled_from > :day)
                           AND %2$s
                         ORDER BY code
                        """
                                .formatted(PUBLISHED, bodies.sql()))
                .params(bodies.parameters())
                .query(
                        (row, _) ->
                                new Published(
                                        row.getString("matter"),
                                        row.getString("department"),
                                        row.getString("code")))
                .list();
    }

    /** The table of levels as an expression; null without a guide. The table is our own file. */
    private static String level(List<DepthLevel> table) {
        return table.stream()
                .map(JdbcFigureParts::condition)
                .collect(
                        Collectors.joining(
                                " ",
                                "CASE WHEN summary -> 'onlineDepth' IS NULL THEN NULL ",
                                " END"));
    }

    private static String condition(DepthLevel level) {
        if (!level.level().matches("[A-Za-z0-9]{1,10}")) {
            throw new IllegalStateException("no name of a level: " + level.level());
        }
        StringBuilder condition = new StringBuilder("WHEN true");
        if (!level.anyOf().isEmpty()) {
            String any =
                    level.anyOf().stream()
                            .map(step -> step.replaceAll("[^A-Z_]", ""))
                            .map(step -> "summary -> 'onlineDepth' @> '\"" + step + "\"'")
                            .collect(Collectors.joining(" OR "));
            condition.append(" AND (").append(any).append(")");
        }
        Integer trips = level.mostTrips();
        if (trips != null) condition.append(" AND (summary ->> 'trips')::int <= ").append(trips);
        return condition.append(" THEN '").append(level.level()).append("'").toString();
    }

    private static Narrowing bodies(RegionCode within, @Nullable String department) {
        return new Narrowing().within("i", within).equal("i.department", department);
    }
}
