package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.powers.PowerContent;
import org.oneseal.catalog.powers.PowerVersion;
import org.oneseal.catalog.powers.Powers;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPowers implements Powers {

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;
    private final VersionedDocuments<PowerContent> documents;

    JdbcPowers(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
        this.documents =
                new VersionedDocuments<>(sql, json, "powers", "power_versions", PowerContent.class);
    }

    @Override
    public Optional<Power> find(String code) {
        // The row first: versions that are added in between make the save of this power stale.
        return sql.sql("SELECT * FROM powers WHERE code = :code")
                .param("code", code)
                .query(this::power)
                .optional();
    }

    @Override
    public void add(Power power) {
        write(
                """
                INSERT INTO powers (code, region, province, city, county, town, village, department,
                       name, item_type, latest, suspended, cancelled, cancelled_from, draft, review,
                       version, chain_head)
                VALUES (:code, :region, :province, :city, :county, :town, :village, :department,
                       :name, :type, :latest, :suspended, :cancelled, :cancelledFrom, :draft::jsonb,
                       :review::jsonb, :version, :head)
                ON CONFLICT DO NOTHING
                """,
                power,
                0);
    }

    @Override
    public void save(Power power, long expected) {
        write(
                """
                UPDATE powers SET name = :name, item_type = :type, latest = :latest,
                       suspended = :suspended, cancelled = :cancelled,
                       cancelled_from = :cancelledFrom, draft = :draft::jsonb,
                       review = :review::jsonb, version = :version, chain_head = :head
                 WHERE code = :code AND version = :expected
                """,
                power,
                expected);
    }

    private void write(String statement, Power power, long expected) {
        documents.write(statement, columns(power), power.code(), expected, versions(power));
    }

    @Override
    public List<Line> list(Search search) {
        List<String> where = new ArrayList<>(List.of("p.code > :after"));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", search.after());
        parameters.put("limit", search.limit());
        RegionCode drafts = search.draftsWithin();
        if (drafts == null) where.add("p.latest > 0");
        else if (!drafts.equals(RegionCode.NATION)) {
            where.add("(p.latest > 0 OR starts_with(p.region, :drafts))");
            parameters.put("drafts", drafts.prefix());
        }
        RegionCode within = search.within();
        if (within != null && !within.equals(RegionCode.NATION)) {
            Scope.Predicate scope = new Scope.WithinRegion(within).sql("p");
            where.add(scope.sql());
            parameters.putAll(scope.parameters());
        }
        String department = search.department();
        if (department != null) {
            where.add("p.department = :department");
            parameters.put("department", department);
        }
        String type = search.itemType();
        if (type != null) {
            where.add("p.item_type = :type");
            parameters.put("type", type);
        }
        return lists.sql(
                        "SELECT * FROM powers p WHERE "
                                + String.join(" AND ", where)
                                + " ORDER BY p.code LIMIT :limit")
                .params(parameters)
                .query(JdbcPowers::line)
                .list();
    }

    private static List<StoredVersions.Row<PowerContent>> versions(Power of) {
        return of.versions().stream()
                .map(
                        v ->
                                new StoredVersions.Row<>(
                                        v.number(),
                                        v.content(),
                                        v.hash(),
                                        v.effectiveFrom(),
                                        v.publishedAt(),
                                        0))
                .toList();
    }

    private static PowerVersion version(StoredVersions.Row<PowerContent> row) {
        return new PowerVersion(
                row.number(), row.content(), row.hash(), row.effectiveFrom(), row.publishedAt());
    }

    private Map<String, @Nullable Object> columns(Power power) {
        Power.Draft draft = power.draft();
        PowerContent content = draft == null ? null : draft.content();
        Review review = draft == null ? null : draft.review();
        PowerContent shown = power.latest().map(PowerVersion::content).orElse(content);
        if (shown == null) throw new IllegalStateException("neither draft nor version");
        Map<String, @Nullable Object> columns = RegionColumns.of(power.region());
        columns.put("code", power.code());
        columns.put("region", power.region().value());
        columns.put("department", power.department());
        columns.put("name", shown.name());
        columns.put("type", shown.itemType());
        columns.put("latest", power.versions().size());
        columns.put("suspended", power.standing().suspended());
        columns.put("cancelled", power.standing().cancelled());
        columns.put("cancelledFrom", power.standing().cancelledFrom());
        columns.put("draft", content == null ? null : json.write(content));
        columns.put("review", review == null ? null : json.write(review));
        columns.put("version", power.version());
        columns.put("head", power.chainHead());
        return columns;
    }

    private Power power(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        return new Power(
                code,
                new RegionCode(row.getString("region")),
                row.getString("department"),
                draft(row.getString("draft"), row.getString("review")),
                documents.versionsOf(code).stream().map(JdbcPowers::version).toList(),
                new Power.Standing(
                        row.getString("suspended"),
                        row.getString("cancelled"),
                        row.getObject("cancelled_from", LocalDate.class)),
                row.getLong("version"),
                row.getString("chain_head"));
    }

    private Power.@Nullable Draft draft(@Nullable String content, @Nullable String review) {
        if (content == null) return null;
        return new Power.Draft(
                json.read(content, PowerContent.class),
                review == null ? null : json.read(review, Review.class));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getString("name"),
                row.getString("item_type"),
                row.getString("region"),
                row.getString("department"),
                row.getInt("latest"),
                row.getString("draft") != null,
                row.getLong("version"));
    }
}
