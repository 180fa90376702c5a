package org.oneseal.supervision.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums from the coarsest rows that give them: whole months from months, a province from the
 * province's rows. What is not in the rollups yet is added from the differences.
 */
@Repository
class JdbcFigureBook implements FigureBook {

    /**
     * Memory for ten thousand groups of every counter, so that none is sorted on disk. Two helpers
     * where days are read cell by cell and none elsewhere: rollups are so few that helpers take
     * longer to come than the work does. Each question is planned for itself: a plan for any period
     * goes row by row through an index where a year wants the rows as they lie. Nothing is sorted
     * that need not be: the planner reckons with a hundred times as many groups as there are, and
     * would sort a million rows instead of adding them up.
     */
    private static final String ROOM =
            """
            SELECT set_config('work_mem', '32MB', true)
             WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('32MB')
            UNION ALL
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
            UNION ALL
            SELECT set_config('max_parallel_workers_per_gather',
                              CASE WHEN :days THEN '2' ELSE '0' END, true)
            UNION ALL
            SELECT set_config(name, 'off', true)
              FROM (VALUES ('enable_sort'), ('enable_incremental_sort')) AS way(name)
             WHERE NOT :ordered
            """;

    /** So many are compared sooner than parted. */
    private static final int FEW = 32;

    static final long FOLDING = 0x4f53_5355_464f_4c44L;

    /** Who does not say so is of a release that folds into fewer, and may not. */
    private static final String KNOWS_EVERY_SIDE =
            "SELECT set_config('oneseal.sides', 'V024', true)";

    private static final String SUMS =
            Stream.of(Counter.values())
                    .map(JdbcFigureBook::summed)
                    .collect(Collectors.joining(", "));
    private static final String COLUMNS =
            Stream.of(Counter.values()).map(Counter::column).collect(Collectors.joining(", "));
    private static final String ADDED =
            Stream.of(Counter.values())
                    .map(Counter::column)
                    .map(c -> c + " = r." + c + " + excluded." + c)
                    .collect(Collectors.joining(", "));

    /** Each side and level with its digits and grain: all that a difference is folded into. */
    private static final String LEVELS =
            """
            (VALUES ('ITEM', 'NATION', 0, 'DAY'), ('ITEM', 'NATION', 0, 'MONTH'),
                    ('ITEM', 'PROVINCE', 2, 'DAY'), ('ITEM', 'PROVINCE', 2, 'MONTH'),
                    ('ITEM', 'CITY', 4, 'DAY'), ('ITEM', 'CITY', 4, 'MONTH'),
                    ('ITEM', 'COUNTY', 6, 'MONTH'),
                    ('TOTAL', 'COUNTY', 6, 'DAY'), ('TOTAL', 'COUNTY', 6, 'MONTH'),
                    ('DEPARTMENT', 'COUNTY', 6, 'DAY'), ('DEPARTMENT', 'COUNTY', 6, 'MONTH'),
                    ('OFFICE', 'REGION', 12, 'DAY'), ('OFFICE', 'REGION', 12, 'MONTH'),
                    ('CHANNEL', 'REGION', 12, 'DAY'), ('CHANNEL', 'REGION', 12, 'MONTH'),
                    ('WHOLE', 'COUNTY', 6, 'MONTH'), ('WHOLE', 'REGION', 12, 'MONTH')) AS l(side, level, digits, grain)
            """;

    private final JdbcClient jdbc;

    JdbcFigureBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Part by part, of one state of all tables: what is folded meanwhile is in one of them only.
     */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Group> groups(Question question, int limit) {
        return Reach.of(question.scope(), question.region())
                .map(reach -> added(question, new FigureSources(question, reach), limit))
                // The database would compare by its own rules of language, and take longer.
                .map(groups -> ordered(groups, 0, question.by().size()))
                .orElse(List.of());
    }

    /** No further than to one group too many: the cells of days are read only where they count. */
    private List<Group> added(Question question, FigureSources sources, int limit) {
        Map<List<String>, Group> found = new LinkedHashMap<>();
        for (FigureSources.Part part : sources.parts()) {
            for (Group group : read(question, sources, part, GroupOrder.NONE, limit)) {
                found.merge(group.key(), group, Group::plus);
            }
            if (found.size() > limit) break;
        }
        return found.values().stream().limit(limit + 1L).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Group> page(Question question, List<String> after, int limit) {
        return Reach.of(question.scope(), question.region())
                .map(reach -> new FigureSources(question, reach))
                .map(
                        sources ->
                                read(
                                        question,
                                        sources,
                                        sources.whole(),
                                        new GroupOrder(question.by(), after),
                                        limit))
                .orElse(List.of());
    }

    private List<Group> read(
            Question question,
            FigureSources sources,
            FigureSources.Part part,
            GroupOrder order,
            int limit) {
        List<Counter> counters = sources.counters();
        int keys = question.by().size();
        String key =
                question.by().stream().map(FigureSources::name).collect(Collectors.joining(", "));
        String grouping = keys == 0 ? "" : " GROUP BY " + key;
        String sql =
                "SELECT "
                        + question.by().stream()
                                .map(d -> FigureSources.shown(d) + ", ")
                                .collect(Collectors.joining())
                        + counters.stream()
                                .map(JdbcFigureBook::summed)
                                .collect(Collectors.joining(", "))
                        + " FROM ("
                        + part.sql()
                        + ") AS cells"
                        + order.beyond()
                        + grouping
                        + (keys == 0 ? " HAVING count(*) > 0" : "")
                        + order.sql()
                        + " LIMIT :limit";
        jdbc.sql(ROOM)
                .param("days", part.ofDays())
                .param("ordered", !order.sql().isEmpty())
                .query((_, _) -> 0)
                .list();
        return jdbc.sql(sql)
                .params(sources.parameters())
                .params(order.parameters())
                .param("limit", limit + 1)
                .query((r, _) -> group(r, keys, counters))
                .list();
    }

    private static Group group(ResultSet row, int keys, List<Counter> counters)
            throws SQLException {
        List<String> key = new ArrayList<>(keys);
        for (int i = 1; i <= keys; i++) key.add(row.getString(i));
        Map<Counter, Long> sums = new EnumMap<>(Counter.class);
        for (int i = 0; i < counters.size(); i++) {
            sums.put(counters.get(i), row.getLong(keys + 1 + i));
        }
        return new Group(key, sums);
    }

    /** By their keys from that part on: few differ in a part, so most need not be compared. */
    private static List<Group> ordered(List<Group> groups, int part, int parts) {
        if (part == parts) return groups;
        if (groups.size() <= FEW) {
            return groups.stream().sorted(JdbcFigureBook::byKey).toList();
        }
        Map<String, List<Group>> alike = new HashMap<>();
        for (Group group : groups) {
            alike.computeIfAbsent(group.key().get(part), _ -> new ArrayList<>()).add(group);
        }
        List<Map.Entry<String, List<Group>>> parted = new ArrayList<>(alike.entrySet());
        parted.sort(Map.Entry.comparingByKey());
        List<Group> ordered = new ArrayList<>(groups.size());
        for (Map.Entry<String, List<Group>> some : parted) {
            ordered.addAll(ordered(some.getValue(), part + 1, parts));
        }
        return ordered;
    }

    private static int byKey(Group a, Group b) {
        for (int part = 0; part < a.key().size(); part++) {
            int order = a.key().get(part).compareTo(b.key().get(part));
            if (order != 0) return order;
        }
        return 0;
    }

    private static String summed(Counter counter) {
        return "total(" + counter.column() + ")";
    }

    /** One folder at a time; another replica's turn comes when this one has committed. */
    @Override
    @Transactional
    public int fold(int limit) {
        boolean mine =
                jdbc.sql("SELECT pg_try_advisory_xact_lock(:key)")
                        .param("key", FOLDING)
                        .query(Boolean.class)
                        .single();
        if (!mine) return 0;
        jdbc.sql(KNOWS_EVERY_SIDE).query((_, _) -> 0).list();
        return jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM indicator_differences
                             WHERE id IN (SELECT id FROM indicator_differences
                                           ORDER BY id LIMIT :limit)
                            RETURNING *),
                        folded AS (
                            INSERT INTO indicator_rollups AS r
                                   (side, level, grain, place, start, department, item_code, channel,
                                    %1$s)
                            SELECT l.side, l.level, l.grain, left(region, l.digits),
                                   CASE l.grain WHEN 'DAY' THEN day
                                        ELSE date_trunc('month', day)::date END,
                                   CASE WHEN l.side IN ('DEPARTMENT', 'OFFICE', 'WHOLE') THEN department
                                        ELSE '' END,
                                   CASE WHEN l.side IN ('ITEM', 'WHOLE') THEN item_code ELSE '' END,
                                   CASE WHEN l.side IN ('OFFICE', 'CHANNEL', 'ITEM', 'WHOLE') THEN channel ELSE '' END,
                                   %2$s
                              FROM gone, %3$s
                             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
                            ON CONFLICT (side, level, grain, place, start, department, item_code, channel)
                            DO UPDATE SET %4$s)
                        SELECT count(*) FROM gone
                        """
                                .formatted(COLUMNS, SUMS, LEVELS, ADDED))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void rebuildRollups() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", FOLDING)
                .query((_, _) -> 0)
                .list();
        jdbc.sql("SELECT rebuild_rollups()").query((_, _) -> 0).list();
    }

    /**
     * How far a question reaches: what is asked for and may be seen.
     *
     * @param department the only one that may be seen, empty for all
     */
    record Reach(RegionCode region, Optional<String> department) {

        static Optional<Reach> of(Scope scope, RegionCode wanted) {
            return switch (scope) {
                case Scope.Everywhere _ -> Optional.of(new Reach(wanted, Optional.empty()));
                case Scope.WithinRegion(RegionCode own) ->
                        narrower(own, wanted).map(r -> new Reach(r, Optional.empty()));
                case Scope.OfDepartment(RegionCode own, String department) ->
                        narrower(own, wanted).map(r -> new Reach(r, Optional.of(department)));
                case Scope.OfParty _, Scope.Nothing _ -> Optional.empty();
            };
        }

        private static Optional<RegionCode> narrower(RegionCode own, RegionCode wanted) {
            if (own.contains(wanted)) return Optional.of(wanted);
            return wanted.contains(own) ? Optional.of(own) : Optional.empty();
        }
    }

    /** Whole months of a period, and the days before and after them. */
    record Split(Optional<YearMonth> first, Optional<YearMonth> last) {

        static Split of(LocalDate from, LocalDate to) {
            YearMonth first =
                    from.getDayOfMonth() == 1
                            ? YearMonth.from(from)
                            : YearMonth.from(from).plusMonths(1);
            YearMonth last =
                    to.equals(YearMonth.from(to).atEndOfMonth())
                            ? YearMonth.from(to)
                            : YearMonth.from(to).minusMonths(1);
            return first.isAfter(last)
                    ? new Split(Optional.empty(), Optional.empty())
                    : new Split(Optional.of(first), Optional.of(last));
        }
    }
}
