package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPowers implements Powers {

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;
    private final VersionedDocuments<PowerContent, PowerVersion> documents;

    JdbcPowers(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
        this.documents =
                new VersionedDocuments<>(
                        sql,
                        json,
                        "powers",
                        "power_versions",
                        PowerContent.class,
                        (number, content, hash, from, at, _) ->
                                new PowerVersion(number, content, hash, from, at));
    }

    @Override
    public Optional<Power> find(String code) {
        return documents.find(code, this::power);
    }

    @Override
    public void add(Power power) {
        documents.write(
                """
                INSERT INTO powers (code, region, province, city, county, town, village, department,
                       name, item_type, latest, suspended, cancelled, cancelled_from, draft, review,
                       version, chain_head)
                VALUES (:code, :region, :province, :city, :county, :town, :village, :department,
                       :name, :type, :latest, :suspended, :cancelled, :cancelledFrom, :draft::jsonb,
                       :review::jsonb, :version, :head)
                ON CONFLICT DO NOTHING
                """,
                columns(power),
                power,
                0);
    }

    @Override
    public void save(Power power, long expected) {
        documents.write(
                """
                UPDATE powers SET name = :name, item_type = :type, latest = :latest,
                       suspended = :suspended, cancelled = :cancelled,
                       cancelled_from = :cancelledFrom, draft = :draft::jsonb,
                       review = :review::jsonb, version = :version, chain_head = :head
                 WHERE code = :code AND version = :expected
                """,
                columns(power),
                power,
                expected);
    }

    @Override
    public List<Line> list(Search search) {
        Narrowing by =
                new Narrowing()
                        .behind("p.code", search.after())
                        .published("p.latest > 0", "p", search.draftsWithin())
                        .within("p", search.within())
                        .equal("p.department", search.department())
                        .equal("p.item_type", search.itemType());
        return lists.page("SELECT * FROM powers p", by, "p.code", search.limit())
                .query(JdbcPowers::line)
                .list();
    }

    private Map<String, @Nullable Object> columns(Power power) {
        Power.Draft draft = power.draft();
        PowerContent content = draft == null ? null : draft.content();
        Review review = draft == null ? null : draft.review();
        PowerContent shown = power.latest().map(PowerVersion::content).orElse(content);
        if (shown == null) throw new IllegalStateException("neither draft nor version");
        Map<String, @Nullable Object> columns = VersionedDocuments.columns(power);
        columns.put("name", shown.name());
        columns.put("type", shown.itemType());
        columns.put("latest", power.versions().size());
        columns.put("suspended", power.standing().suspended());
        columns.put("cancelled", power.standing().cancelled());
        columns.put("cancelledFrom", power.standing().cancelledFrom());
        columns.put("draft", content == null ? null : json.write(content));
        columns.put("review", review == null ? null : json.write(review));
        return columns;
    }

    private Power power(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        return new Power(
                code,
                new RegionCode(row.getString("region")),
                row.getString("department"),
                draft(row.getString("draft"), row.getString("review")),
                documents.versionsOf(code),
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
