package org.oneseal.catalog.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.PackageCodes;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageStatus;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPackages implements Packages, PackageCodes {

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;
    private final VersionedDocuments<PackageContent, PackageVersion> documents;

    JdbcPackages(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
        this.documents =
                new VersionedDocuments<>(
                        sql,
                        json,
                        "packages",
                        "package_versions",
                        PackageContent.class,
                        PackageVersion::new);
    }

    @Override
    public boolean published(String code) {
        return sql.sql("SELECT count(*) FROM packages WHERE code = :code AND status = 'IN_FORCE'")
                        .param("code", code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<ServicePackage> find(String code) {
        return documents.find(code, this::servicePackage);
    }

    @Override
    public void add(ServicePackage added) {
        documents.write(
                """
                                INSERT INTO packages (code, region, province, city, county, town,
                                       village, department, name, members, status, status_reason,
                                       latest, governing, next_from, draft, review, version,
                                       chain_head)
                                VALUES (:code, :region, :province, :city, :county, :town,
                                       :village, :department, :name, :members, :status, :reason,
                                       :latest, :governing, :nextFrom, :draft::jsonb, :review::jsonb, :version,
                                       :head)
                                ON CONFLICT DO NOTHING
                                """,
                columns(added),
                added,
                0);
    }

    @Override
    public void save(ServicePackage changed, long expected) {
        documents.write(
                """
                                UPDATE packages SET name = :name, members = :members,
                                       status = :status, status_reason = :reason, latest = :latest,
                                       governing = :governing, next_from = :nextFrom,
                                       draft = :draft::jsonb, review = :review::jsonb,
                                       version = :version, chain_head = :head
                                 WHERE code = :code AND version = :expected
                                """,
                columns(changed),
                changed,
                expected);
    }

    @Override
    public List<Line> list(Search search) {
        String item = search.item();
        Narrowing by =
                new Narrowing()
                        .behind("p.code", search.after())
                        .published("p.status <> 'DRAFT'", "p", search.draftsWithin())
                        .countingIn("p.region", search.region())
                        .where(
                                "p.members @> :items::text[]",
                                "items",
                                item == null ? null : new String[] {item});
        return lists.page("SELECT * FROM packages p", by, "p.code", search.limit())
                .query(JdbcPackages::line)
                .list();
    }

    @Override
    public List<String> switchesDue(LocalDate today, int limit) {
        return documents.switchesDue(today, limit);
    }

    @Override
    public List<String> publishedAfter(String code, int limit) {
        return documents.publishedAfter(code, limit);
    }

    @Override
    public List<String> publishedWithin(RegionCode region) {
        return documents.publishedWithin(region);
    }

    private Map<String, @Nullable Object> columns(ServicePackage of) {
        PackageContent draft = of.draft();
        PackageContent shown = of.latest().map(PackageVersion::content).orElse(draft);
        if (shown == null) throw new IllegalStateException("neither draft nor version");
        Map<String, @Nullable Object> columns = VersionedDocuments.columns(of);
        columns.put("name", shown.name().zh());
        columns.put("members", shown.items().toArray(String[]::new));
        columns.put("status", of.status().name());
        columns.put("reason", of.statusReason());
        columns.put("latest", of.latest().map(PackageVersion::number).orElse(0));
        columns.put("governing", of.governing());
        columns.put("nextFrom", of.nextSwitch().orElse(null));
        columns.put("draft", draft == null ? null : json.write(draft));
        Review review = of.review();
        columns.put("review", review == null ? null : json.write(review));
        return columns;
    }

    private ServicePackage servicePackage(ResultSet row, int number) throws SQLException {
        String draft = row.getString("draft");
        String review = row.getString("review");
        String code = row.getString("code");
        return new ServicePackage(
                code,
                new RegionCode(row.getString("region")),
                row.getString("department"),
                PackageStatus.valueOf(row.getString("status")),
                row.getString("status_reason"),
                draft == null ? null : json.read(draft, PackageContent.class),
                review == null ? null : json.read(review, Review.class),
                documents.versionsOf(code),
                row.getInt("governing"),
                row.getLong("version"),
                row.getString("chain_head"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Array members = row.getArray("members");
        return new Line(
                row.getString("code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("department"),
                PackageStatus.valueOf(row.getString("status")),
                row.getInt("latest"),
                List.of((String[]) members.getArray()),
                row.getLong("version"));
    }
}
