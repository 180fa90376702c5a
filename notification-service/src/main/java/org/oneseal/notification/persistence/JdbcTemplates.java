package org.oneseal.notification.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.Template;
import org.oneseal.notification.inbox.Templates;
import org.oneseal.notification.inbox.Text;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Templates: few rows, one each. */
@Repository
class JdbcTemplates implements Templates {

    private static final String SELECT =
            """
            SELECT id, version, chain_head, state, kind, region, effective_from, effective_to,
                   title_zh, body_zh, title_en, body_en
              FROM templates
            """;

    private final JdbcClient jdbc;

    JdbcTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Template> ofKinds(Collection<MessageKind> kinds) {
        return jdbc.sql(SELECT + "WHERE kind IN (:kinds) AND state = 'PUBLISHED'")
                .param("kinds", kinds.stream().map(MessageKind::code).toList())
                .query((r, _) -> read(r))
                .list();
    }

    @Override
    public Page<Template> visibleIn(Scope scope, PageRequest page) {
        Scope.Predicate within = scope.sql("");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        StringBuilder sql =
                new StringBuilder(SELECT)
                        .append("WHERE (region = '")
                        .append(RegionCode.NATION.value())
                        .append("' OR ")
                        .append(within.sql())
                        .append(")");
        if (!page.isFirst()) {
            sql.append(" AND id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<Template> rows =
                jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query((r, _) -> read(r))
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @Override
    public Optional<Template> byId(String id, Scope scope) {
        Scope.Predicate within = scope.sql("");
        return jdbc.sql(SELECT + "WHERE id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query((r, _) -> read(r))
                .optional();
    }

    @Override
    public boolean startsAt(MessageKind kind, RegionCode region, Instant effectiveFrom) {
        // two saves at once: the second waits here and then sees the first
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                .param("what", "template/" + kind.code() + "/" + region.value())
                .query(String.class)
                .single();
        return jdbc.sql(
                                """
                                SELECT count(*) FROM templates
                                 WHERE kind = :kind AND region = :region AND effective_from = :from
                                   AND state = 'PUBLISHED'
                                """)
                        .param("kind", kind.code())
                        .param("region", region.value())
                        .param("from", at(effectiveFrom))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void add(Template template) {
        jdbc.sql(
                        """
                        INSERT INTO templates
                               (id, version, chain_head, state, kind, region, province, city, county,
                                town, village, effective_from, effective_to, title_zh, body_zh,
                                title_en, body_en)
                        VALUES (:id, :version, :head, :state, :kind, :region, :province, :city, :county,
                                :town, :village, :from, :to, :titleZh, :bodyZh, :titleEn, :bodyEn)
                        """)
                .params(columns(template))
                .update();
    }

    @Override
    public void save(Template template, long expectedVersion) {
        int saved =
                jdbc.sql(
                                """
                                UPDATE templates
                                   SET version = :version, chain_head = :head, state = :state,
                                       effective_from = :from, effective_to = :to,
                                       title_zh = :titleZh, body_zh = :bodyZh,
                                       title_en = :titleEn, body_en = :bodyEn
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(template))
                        .param("expected", expectedVersion)
                        .update();
        if (saved == 0) throw new StaleVersion(template.id(), expectedVersion);
    }

    private static Map<String, @Nullable Object> columns(Template template) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", template.id());
        columns.put("version", template.chain().sequence());
        columns.put("head", template.chain().head());
        columns.put("state", template.state().name());
        columns.put("kind", template.kind().code());
        RegionColumns.put(columns, template.region());
        columns.put("from", at(template.effectiveFrom()));
        Instant to = template.effectiveTo();
        columns.put("to", to == null ? null : at(to));
        columns.put("titleZh", template.chinese().title());
        columns.put("bodyZh", template.chinese().body());
        columns.put("titleEn", template.english().title());
        columns.put("bodyEn", template.english().body());
        return columns;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Template read(ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("effective_to", OffsetDateTime.class);
        return new Template(
                row.getString("id"),
                new Chain(
                        "template",
                        row.getString("id"),
                        row.getLong("version"),
                        row.getString("chain_head")),
                Template.State.valueOf(row.getString("state")),
                MessageKind.of(row.getString("kind")).orElseThrow(),
                new RegionCode(row.getString("region")),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant(),
                new Text(row.getString("title_zh"), row.getString("body_zh")),
                new Text(row.getString("title_en"), row.getString("body_en")));
    }
}
