package org.oneseal.supervision.persistence;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSources implements Sources {

    /** Without what was there just so before: a rebuild tells everything again. */
    private static final String KEEP =
            """
            INSERT INTO sources AS s (code, version, region, departments, items, since,
                                      quota_per_minute)
            VALUES (:code, :version, :region, :departments, :items, :since, :quota)
            ON CONFLICT (code, version) DO UPDATE
               SET region = excluded.region, departments = excluded.departments,
                   items = excluded.items, since = excluded.since,
                   quota_per_minute = excluded.quota_per_minute
             WHERE (s.region, s.departments, s.items, s.since)
                   IS DISTINCT FROM
                   (excluded.region, excluded.departments, excluded.items, excluded.since)
            """;

    /** It may begin to count them, or have ended what an earlier registration said. */
    private static final String MARK =
            """
            INSERT INTO uncounted (case_id)
            SELECT w.case_id FROM watches w
             WHERE w.kind = 'CASE' AND NOT w.fed AND w.opened_at >= :since
               AND w.department IN (SELECT unnest(departments) FROM sources WHERE code = :code)
               AND w.item_code IN (SELECT unnest(items) FROM sources WHERE code = :code)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    JdbcSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever counts meanwhile has finished, and is marked, or begins after and knows it. */
    @Override
    public void register(Source source) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", JdbcKnowledge.LOCK)
                .query((_, _) -> 0)
                .list();
        int kept =
                jdbc.sql(KEEP)
                        .param("code", source.code())
                        .param("version", source.version())
                        .param("region", source.region().value())
                        .param("departments", JdbcFiles.array(new TreeSet<>(source.departments())))
                        .param("items", JdbcFiles.array(new TreeSet<>(source.items())))
                        .param("since", JdbcFiles.at(source.since()))
                        .param("quota", source.quotaPerMinute())
                        .update();
        if (kept == 0) return;
        jdbc.sql(MARK)
                .param("code", source.code())
                .param("since", JdbcFiles.at(source.since()))
                .update();
    }

    @Override
    public Optional<Source> find(String code) {
        return jdbc.sql(
                        """
                        SELECT code, version, region, departments, items, since, quota_per_minute
                          FROM sources WHERE code = :code ORDER BY version DESC LIMIT 1
                        """)
                .param("code", code)
                .query(
                        (r, _) ->
                                new Source(
                                        r.getString(1),
                                        r.getLong(2),
                                        new RegionCode(r.getString(3)),
                                        Set.of((String[]) r.getArray(4).getArray()),
                                        Set.of((String[]) r.getArray(5).getArray()),
                                        r.getObject(6, OffsetDateTime.class).toInstant(),
                                        r.getInt(7)))
                .optional();
    }
}
