package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instantOrNull;
import static org.oneseal.cases.persistence.Columns.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Few rules, asked for with every decision: read at most once a minute. A rule takes effect the day
 * after it was added at the earliest, so nobody counts by an old memory.
 */
@Repository
class JdbcTimeRules implements TimeRules {

    private static final long FRESH = TimeUnit.MINUTES.toNanos(1);
    private static final String ALL =
            """
            SELECT id, region, kind, amount, unit, legal_ground, effective_from, added_by, added_at
              FROM time_rule WHERE true""";

    /** What this version understands; kinds are only added, by newer ones. */
    private static final String KNOWN = " AND kind = ANY(:kinds) AND unit = ANY(:units)";

    private static final Map<String, Object> WORDS =
            Map.of("kinds", names(TimeRule.Kind.values()), "units", names(LimitUnit.values()));

    private static final Logger log = LoggerFactory.getLogger(JdbcTimeRules.class);

    private record Known(List<Entry> rules, long readAt) {}

    private final JdbcClient jdbc;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Known known;

    JdbcTimeRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<TimeRule> inForce(RegionCode region, TimeRule.Kind kind, LocalDate day) {
        List<String> line = List.of(line(region));
        return known().stream()
                .filter(e -> e.kind() == kind && line.contains(e.region()))
                .filter(e -> !e.effectiveFrom().isAfter(day))
                .max(
                        Comparator.<Entry>comparingInt(e -> line.indexOf(e.region()))
                                .thenComparing(Entry::effectiveFrom)
                                .thenComparingLong(Entry::id))
                .map(Entry::rule);
    }

    private List<Entry> known() {
        Known now = known;
        if (now != null && System.nanoTime() - now.readAt() < FRESH) return now.rules();
        warnOfUnknown();
        List<Entry> rules = jdbc.sql(ALL + KNOWN).params(WORDS).query((r, _) -> entry(r)).list();
        known = new Known(rules, System.nanoTime());
        return rules;
    }

    /** While replicas are replaced one by one, a newer one may have brought kinds of its own. */
    private void warnOfUnknown() {
        jdbc.sql("SELECT DISTINCT kind, unit FROM time_rule WHERE NOT (true" + KNOWN + ")")
                .params(WORDS)
                .query((r, _) -> r.getString(1) + " in " + r.getString(2))
                .list()
                .forEach(
                        word -> {
                            if (warned.add(word)) {
                                log.warn("Time rules of {} are not known here, left out", word);
                            }
                        });
    }

    @Override
    public List<Entry> of(RegionCode region, long afterId, int limit) {
        return jdbc.sql(
                        ALL
                                + KNOWN
                                + " AND region = ANY(:regions) AND id > :after ORDER BY id LIMIT :limit")
                .params(WORDS)
                .param("regions", line(region))
                .param("after", afterId)
                .param("limit", limit)
                .query((r, _) -> entry(r))
                .list();
    }

    @Override
    public long add(Addition addition, String by, Instant at) {
        TimeLimit limit = addition.rule().limit();
        long id =
                jdbc.sql(
                                """
                                INSERT INTO time_rule (region, kind, amount, unit, legal_ground,
                                       effective_from, added_by, added_at)
                                VALUES (:region, :kind, :amount, :unit, :ground, :from, :by, :at)
                                RETURNING id
                                """)
                        .param("region", addition.region().value())
                        .param("kind", addition.kind().name())
                        .param("amount", limit.amount())
                        .param("unit", limit.unit().name())
                        .param("ground", addition.rule().legalGround())
                        .param("from", addition.effectiveFrom())
                        .param("by", by)
                        .param("at", at(at))
                        .query(Long.class)
                        .single();
        known = null;
        return id;
    }

    private static String[] names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toArray(String[]::new);
    }

    private static Entry entry(ResultSet r) throws SQLException {
        return new Entry(
                r.getLong("id"),
                r.getString("region"),
                TimeRule.Kind.valueOf(r.getString("kind")),
                new TimeRule(
                        new TimeLimit(r.getInt("amount"), LimitUnit.valueOf(r.getString("unit"))),
                        r.getString("legal_ground")),
                r.getObject("effective_from", LocalDate.class),
                r.getString("added_by"),
                instantOrNull(r, "added_at"));
    }
}
