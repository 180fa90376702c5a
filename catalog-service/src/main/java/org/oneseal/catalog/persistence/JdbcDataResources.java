package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.resources.DataResource;
import org.oneseal.catalog.resources.DataResources;
import org.oneseal.catalog.resources.ResourceContent;
import org.oneseal.catalog.resources.ResourceVersion;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDataResources implements DataResources {

    /** What counts of an entry on a day; nothing where it does not count or is not filled in. */
    private static final String SAID =
            """
             LEFT JOIN LATERAL (
                  SELECT v.content FROM data_resource_versions v
                   WHERE v.code = r.code AND v.effective_from <= :day
                     AND (r.withdrawn_from IS NULL OR r.withdrawn_from > :day)
                   ORDER BY v.number DESC LIMIT 1) said ON true
            """;

    /** Its unit had to fill it in on the day. */
    private static final String DUE =
            "r.due_from <= :day AND (r.withdrawn_from IS NULL OR r.withdrawn_from > :day)";

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;
    private final VersionedDocuments<ResourceContent, ResourceVersion> documents;

    JdbcDataResources(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
        this.documents =
                new VersionedDocuments<>(
                        sql,
                        json,
                        "data_resources",
                        "data_resource_versions",
                        ResourceContent.class,
                        (number, content, hash, from, at, _) ->
                                new ResourceVersion(number, content, hash, from, at));
    }

    @Override
    public Optional<DataResource> find(String code) {
        return documents.find(code, this::resource);
    }

    @Override
    public void add(DataResource resource) {
        documents.write(
                """
                INSERT INTO data_resources (code, region, province, city, county, town, village,
                       department, name, name_key, due_from, filled_from, withdrawn_from, reason,
                       version, chain_head)
                VALUES (:code, :region, :province, :city, :county, :town, :village,
                       :department, :name, :key, :due, :filled, :withdrawn, :reason,
                       :version, :head)
                ON CONFLICT DO NOTHING
                """,
                columns(resource),
                resource,
                0);
    }

    @Override
    public void save(DataResource resource, long expected) {
        documents.write(
                """
                UPDATE data_resources SET name_key = :key, filled_from = :filled,
                       withdrawn_from = :withdrawn, reason = :reason, version = :version,
                       chain_head = :head
                 WHERE code = :code AND version = :expected
                """,
                columns(resource),
                resource,
                expected);
    }

    @Override
    public List<Line> list(Query query) {
        Narrowing by =
                new Narrowing()
                        .with("day", query.day())
                        .behind("r.code", query.after())
                        .within("r", query.within())
                        .equal("r.department", query.department());
        String text = Grams.key(query.text());
        if (!text.isEmpty()) by.where("position(:text IN r.name_key) > 0", "text", text);
        if (!query.share().isEmpty()) {
            by.where(
                    "said.content ->> 'share' = ANY(:share)",
                    "share",
                    query.share().stream().map(Enum::name).toArray(String[]::new));
        }
        Boolean filled = query.filled();
        if (filled != null) {
            by.where(DUE)
                    .where(
                            filled
                                    ? "r.filled_from <= :day"
                                    : "NOT coalesce(r.filled_from <= :day, false)");
        }
        return lists.page(
                        "SELECT r.*, said.content FROM data_resources r" + SAID,
                        by,
                        "r.code",
                        query.limit())
                .query(this::line)
                .list();
    }

    @Override
    public List<Filled> filled(RegionCode region, LocalDate day) {
        Narrowing by = new Narrowing().with("day", day).where(DUE).within("r", region);
        return sql.sql(
                        """
                        SELECT r.department, d.name, count(*) FILTER (WHERE r.filled_from <= :day) AS filled,
                               count(*) AS due
                          FROM data_resources r JOIN departments d ON d.code = r.department
                         WHERE %s
                         GROUP BY r.department, d.name ORDER BY r.department
                        """
                                .formatted(by.sql()))
                .params(by.parameters())
                .query(
                        (row, _) ->
                                new Filled(
                                        row.getString("department"),
                                        row.getString("name"),
                                        row.getLong("filled"),
                                        row.getLong("due")))
                .list();
    }

    private static Map<String, @Nullable Object> columns(DataResource of) {
        List<ResourceVersion> versions = of.versions();
        // Found by what it was listed as and by what it was called since.
        String names =
                versions.isEmpty()
                        ? of.name()
                        : of.name() + " " + versions.getLast().content().name();
        Map<String, @Nullable Object> columns = VersionedDocuments.columns(of);
        columns.put("name", of.name());
        columns.put("key", Grams.key(names));
        columns.put("due", of.dueFrom());
        columns.put("filled", versions.isEmpty() ? null : versions.getFirst().effectiveFrom());
        columns.put("withdrawn", of.withdrawnFrom());
        columns.put("reason", of.reason());
        return columns;
    }

    private Line line(ResultSet row, int number) throws SQLException {
        String said = row.getString("content");
        return new Line(
                row.getString("code"),
                new RegionCode(row.getString("region")),
                row.getString("department"),
                row.getString("name"),
                row.getObject("due_from", LocalDate.class),
                row.getObject("filled_from", LocalDate.class),
                row.getObject("withdrawn_from", LocalDate.class),
                said == null ? null : json.read(said, ResourceContent.class));
    }

    private DataResource resource(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        return new DataResource(
                code,
                new RegionCode(row.getString("region")),
                row.getString("department"),
                row.getString("name"),
                row.getObject("due_from", LocalDate.class),
                row.getObject("withdrawn_from", LocalDate.class),
                row.getString("reason"),
                documents.versionsOf(code),
                row.getLong("version"),
                row.getString("chain_head"));
    }
}
