package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.Convenience;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.items.ServiceGuide.Mode;
import org.oneseal.catalog.items.ServiceGuide.Reach;
import org.oneseal.catalog.items.ServiceGuide;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.items.Standing;
import org.oneseal.catalog.items.Tags;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcItems implements Items {

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;
    private final VersionedDocuments<ItemContent, ItemVersion> documents;

    JdbcItems(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
        this.documents =
                new VersionedDocuments<>(
                        sql, json, "items", "item_versions", ItemContent.class, ItemVersion::new);
    }

    /**
     * What a list shows of an item, taken from the version that governs, before that from the one
     * planned, and before that from the draft.
     */
    record Summary(
            String itemType,
            CaseKind caseKind,
            List<ServiceObject> serviceObjects,
            @Nullable LocalDate effectiveFrom,
            @Nullable TimeLimit legalLimit,
            @Nullable TimeLimit promisedLimit,
            @Nullable Integer trips,
            @Nullable Boolean online,
            @Nullable Boolean fullyOnline,
            @Nullable List<ServiceGuide.Depth> onlineDepth,
            @Nullable List<Convenience> conveniences) {}

    @Override
    public Optional<Item> find(String code) {
        // The row first: versions that are added in between make the save of this item stale.
        return sql.sql(
                        """
                        SELECT code, region, department, status, suspension_reason, cancellation_reason,
                               cancelled_from, draft, review,
                               governing, version, chain_head
                          FROM items WHERE code = :code
                        """)
                .param("code", code)
                .query(this::item)
                .optional();
    }

    @Override
    public void add(Item item) {
        documents.write(
                """
                                INSERT INTO items (code, region, province, city, county, town, village,
                                       department, name, name_key, grams, objects, tags, status, suspension_reason,
                                       cancellation_reason,
                                       latest, governing, next_from, cancelled_from, summary, draft, review,
                                       version, chain_head)
                                VALUES (:code, :region, :province, :city, :county, :town, :village,
                                       :department, :name, :key, :grams, :objects, :tags, :status, :suspension,
                                       :cancellation,
                                       :latest, :governing, :nextFrom, :cancelledFrom, :summary::jsonb,
                                       :draft::jsonb, :review::jsonb, :version, :head)
                                ON CONFLICT DO NOTHING
                                """,
                columns(item),
                item,
                0);
    }

    @Override
    public void save(Item item, long expected) {
        documents.write(
                """
                                UPDATE items SET name = :name, name_key = :key, grams = :grams,
                                       objects = :objects, tags = :tags, status = :status,
                                       suspension_reason = :suspension,
                                       cancellation_reason = :cancellation,
                                       latest = :latest, governing = :governing, next_from = :nextFrom,
                                       cancelled_from = :cancelledFrom,
                                       summary = :summary::jsonb, draft = :draft::jsonb,
                                       review = :review::jsonb,
                                       version = :version, chain_head = :head
                                 WHERE code = :code AND version = :expected
                                """,
                columns(item),
                item,
                expected);
    }

    @Override
    public List<ItemSummary> search(ItemSearch search) {
        ItemSearchStatement statement = new ItemSearchStatement(search);
        if (statement.wholeCountryByTag()) return summaries(statement, statement.underTheTag());
        if (!statement.wholeCountryByName()) return summaries(statement, statement.inOrder());
        if (!holds(statement, statement.isCommon())) {
            return summaries(statement, statement.byTheirCharacters());
        }
        String near =
                statement.walkable() ? statement.byDifferentNames() : statement.amongTheNext();
        List<ItemSummary> first = summaries(statement, near);
        boolean whole =
                first.size() == search.limit()
                        || (statement.walkable() && holds(statement, statement.namesEnd()));
        return whole ? first : summaries(statement, statement.byTheirCharacters());
    }

    private boolean holds(ItemSearchStatement statement, String text) {
        return lists.sql(text).params(statement.parameters()).query(Boolean.class).single();
    }

    private List<ItemSummary> summaries(ItemSearchStatement statement, String text) {
        return lists.sql(text).params(statement.parameters()).query(this::summary).list();
    }

    @Override
    public List<ItemSummary> ofCodes(List<String> codes) {
        return sql.sql(
                        """
                        SELECT code, name, region, department, status, latest, cancelled_from, summary,
                               version
                          FROM items WHERE code = ANY(:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query(this::summary)
                .list();
    }

    @Override
    public List<ItemSummary> publishedOf(List<String> departments) {
        return sql.sql(
                        """
                        SELECT code, name, region, department, status, latest, cancelled_from, summary,
                               version
                          FROM items
                         WHERE department = ANY(:departments) AND status IN ('IN_FORCE', 'SUSPENDED')
                         ORDER BY code
                        """)
                .param("departments", departments.toArray(String[]::new))
                .query(this::summary)
                .list();
    }

    @Override
    public List<String> publishedWithin(RegionCode region) {
        return documents.publishedWithin(region);
    }

    @Override
    public void lock(List<String> codes) {
        // In order of the code, so that two acts never wait for each other.
        sql.sql("SELECT code FROM items WHERE code = ANY(:codes) ORDER BY code FOR UPDATE")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public List<String> cancellationsDue(LocalDate today, int limit) {
        return sql.sql(
                        """
                        SELECT code FROM items
                         WHERE cancelled_from <= :today AND status <> 'CANCELLED' ORDER BY code
                         LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("today", today)
                .param("limit", limit)
                .query(String.class)
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

    private Map<String, @Nullable Object> columns(Item item) {
        ItemContent draft = item.draft();
        Optional<ItemVersion> latest = item.latest();
        Optional<ItemVersion> version = item.numbered(item.governing()).or(() -> latest);
        ItemContent shown = version.map(ItemVersion::content).orElse(draft);
        if (shown == null) throw new IllegalStateException("neither draft nor version");
        ServiceGuide guide = shown.guide();
        Map<String, @Nullable Object> columns = VersionedDocuments.columns(item);
        columns.put("name", shown.name());
        columns.put("key", Grams.key(shown.name()));
        columns.put("grams", Grams.ofName(shown.name()).toArray(String[]::new));
        columns.put(
                "objects", shown.serviceObjects().stream().map(Enum::name).toArray(String[]::new));
        columns.put("tags", Tags.of(shown).toArray(String[]::new));
        columns.put("status", item.status().name());
        columns.put("suspension", item.suspensionReason());
        columns.put("cancellation", item.cancellationReason());
        columns.put("latest", latest.map(ItemVersion::number).orElse(0));
        columns.put("governing", item.governing());
        columns.put("nextFrom", item.nextSwitch().orElse(null));
        columns.put("cancelledFrom", item.cancelledFrom());
        columns.put(
                "summary",
                json.write(
                        new Summary(
                                shown.itemType(),
                                shown.caseKind(),
                                shown.serviceObjects(),
                                version.map(ItemVersion::effectiveFrom).orElse(null),
                                shown.legalLimit(),
                                shown.promisedLimit(),
                                guide == null ? null : guide.trips(),
                                guide == null ? null : guide.modes().contains(Mode.ONLINE),
                                guide == null ? null : guide.reaches().contains(Reach.FULLY_ONLINE),
                                guide == null ? null : guide.onlineDepth(),
                                Convenience.of(shown))));
        columns.put("draft", draft == null ? null : json.write(draft));
        Review review = item.review();
        columns.put("review", review == null ? null : json.write(review));
        return columns;
    }

    private Item item(ResultSet row, int number) throws SQLException {
        String draft = row.getString("draft");
        String review = row.getString("review");
        return new Item(
                row.getString("code"),
                new RegionCode(row.getString("region")),
                row.getString("department"),
                new Standing(
                        ItemStatus.valueOf(row.getString("status")),
                        row.getString("suspension_reason"),
                        row.getString("cancellation_reason"),
                        row.getObject("cancelled_from", LocalDate.class)),
                draft == null ? null : json.read(draft, ItemContent.class),
                review == null ? null : json.read(review, Review.class),
                documents.versionsOf(row.getString("code")),
                row.getInt("governing"),
                row.getLong("version"),
                row.getString("chain_head"));
    }

    private ItemSummary summary(ResultSet row, int number) throws SQLException {
        Summary summary = json.read(row.getString("summary"), Summary.class);
        return new ItemSummary(
                row.getString("code"),
                row.getString("name"),
                summary.itemType(),
                summary.caseKind(),
                summary.serviceObjects(),
                row.getString("region"),
                row.getString("department"),
                ItemStatus.valueOf(row.getString("status")),
                row.getInt("latest"),
                summary.effectiveFrom(),
                row.getObject("cancelled_from", LocalDate.class),
                summary.legalLimit(),
                summary.promisedLimit(),
                Objects.requireNonNullElse(summary.conveniences(), List.of()),
                row.getLong("version"));
    }
}
