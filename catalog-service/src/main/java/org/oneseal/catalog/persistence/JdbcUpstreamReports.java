package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleLine;
import org.oneseal.catalog.bundles.UpstreamReport;
import org.oneseal.catalog.bundles.UpstreamReports;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class JdbcUpstreamReports implements UpstreamReports {

    private static final String COLUMNS =
            "SELECT id, upstream, region, seen_at, content, state, lines, settled_by, settled_at, note"
                    + " FROM upstream_reports ";

    private final JdbcClient sql;
    private final Json json;

    JdbcUpstreamReports(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public boolean add(UpstreamReport report, String bundle, String previous) {
        return sql.sql(
                                """
                        INSERT INTO upstream_reports
                               (id, upstream, region, seen_at, content, state, lines, bundle, previous)
                        VALUES (:id, :upstream, :region, :seen, :content, :state, :lines::jsonb,
                               :bundle, :previous)
                        ON CONFLICT (upstream, previous) DO NOTHING
                        """)
                        .param("id", report.id())
                        .param("upstream", report.upstream())
                        .param("region", report.region().value())
                        .param("seen", report.seenAt().atOffset(ZoneOffset.UTC))
                        .param("content", report.content())
                        .param("state", report.state().name())
                        .param("lines", json.write(report.lines()))
                        .param("bundle", bundle)
                        .param("previous", previous)
                        .update()
                == 1;
    }

    @Override
    public Optional<UpstreamReport> find(String id) {
        return sql.sql(COLUMNS + "WHERE id = :id").param("id", id).query(this::report).optional();
    }

    @Override
    public String bundle(String id) {
        return sql.sql("SELECT bundle FROM upstream_reports WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Override
    public boolean settle(UpstreamReport report) {
        Instant at = report.settledAt();
        return sql.sql(
                                """
                                UPDATE upstream_reports SET state = :state, settled_by = :by,
                                       settled_at = :at, note = :note
                                 WHERE id = :id AND state = 'OPEN'
                                """)
                        .param("state", report.state().name())
                        .param("by", report.settledBy())
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .param("note", report.note())
                        .param("id", report.id())
                        .update()
                == 1;
    }

    @Override
    public List<UpstreamReport> list(String upstream, String before, int limit) {
        return sql.sql(
                        COLUMNS
                                + "WHERE upstream = :upstream AND (:before = '' OR id < :before)"
                                + " ORDER BY id DESC LIMIT :limit")
                .param("upstream", upstream)
                .param("before", before)
                .param("limit", limit)
                .query(this::report)
                .list();
    }

    @Override
    public Optional<UpstreamReport> last(String upstream) {
        // Not the one of the latest id: clocks of replicas differ, the chain does not.
        return sql.sql(
                        COLUMNS
                                + "r WHERE upstream = :upstream AND NOT EXISTS (SELECT FROM upstream_reports n"
                                + " WHERE n.upstream = r.upstream AND n.previous = r.id)")
                .param("upstream", upstream)
                .query(this::report)
                .optional();
    }

    @Override
    public void looked(String upstream, Instant at, @Nullable String failure) {
        sql.sql(
                        """
                        INSERT INTO upstream_looks (upstream, at, failure)
                        VALUES (:upstream, :at, :failure)
                        ON CONFLICT (upstream) DO UPDATE SET at = EXCLUDED.at, failure = EXCLUDED.failure
                        """)
                .param("upstream", upstream)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .update();
    }

    @Override
    public Optional<Look> look(String upstream) {
        return sql.sql("SELECT at, failure FROM upstream_looks WHERE upstream = :upstream")
                .param("upstream", upstream)
                .query(
                        (row, _) ->
                                new Look(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("failure")))
                .optional();
    }

    private UpstreamReport report(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new UpstreamReport(
                row.getString("id"),
                row.getString("upstream"),
                new RegionCode(row.getString("region")),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("content"),
                UpstreamReport.State.valueOf(row.getString("state")),
                json.read(row.getString("lines"), new TypeReference<List<BundleLine>>() {}),
                row.getString("settled_by"),
                settled == null ? null : settled.toInstant(),
                row.getString("note"));
    }
}
