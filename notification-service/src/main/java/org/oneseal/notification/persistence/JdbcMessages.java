package org.oneseal.notification.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.inbox.InboxEntry;
import org.oneseal.notification.inbox.Message;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.Messages;
import org.oneseal.notification.inbox.Recipient;
import org.oneseal.notification.inbox.Text;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inboxes: a message is a row; whose it is is part of every query. */
@Repository
class JdbcMessages implements Messages {

    private static final String SELECT =
            """
            SELECT m.id, m.kind, m.case_id, m.title_zh, m.body_zh, m.title_en, m.body_en,
                   m.created_at, r.read_at
              FROM messages m
              LEFT JOIN message_reads r ON r.message = m.id AND r.reader = :reader
             WHERE
            """;

    private final JdbcClient jdbc;

    JdbcMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> deliver(List<Message> messages) {
        Set<String> fresh = new HashSet<>();
        for (Message message : messages) {
            jdbc.sql(
                            """
                            INSERT INTO messages
                                   (id, kind, cause, case_id, region, province, city, county,
                                    town, village, recipient_kind, party, department, roles,
                                    recipient, template, title_zh, body_zh, title_en, body_en,
                                    created_at)
                            VALUES (:id, :kind, :cause, :case, :region, :province, :city, :county,
                                    :town, :village, :recipientKind, :party, :department,
                                    CAST(:roles AS text[]), :recipient, :template, :titleZh,
                                    :bodyZh, :titleEn, :bodyEn, :createdAt)
                            ON CONFLICT DO NOTHING
                            RETURNING id
                            """)
                    .params(columns(message))
                    .query(String.class)
                    .optional()
                    .ifPresent(fresh::add);
        }
        return fresh;
    }

    @Override
    public Optional<InboxEntry> inInboxOf(Caller reader, String id) {
        Scope.Predicate own = own(reader);
        return jdbc.sql(SELECT + own.sql() + " AND m.id = :id")
                .params(own.parameters())
                .param("reader", reader.subject())
                .param("id", id)
                .query((r, _) -> read(r))
                .optional();
    }

    @Override
    public Page<InboxEntry> inboxOf(Caller reader, boolean unreadOnly, PageRequest page) {
        Scope.Predicate own = own(reader);
        Map<String, Object> parameters = new HashMap<>(own.parameters());
        StringBuilder sql = new StringBuilder(SELECT).append(own.sql());
        if (unreadOnly) sql.append(" AND r.read_at IS NULL");
        if (!page.isFirst()) {
            sql.append(" AND m.id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<InboxEntry> rows =
                jdbc.sql(sql.append(" ORDER BY m.id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("reader", reader.subject())
                        .param("limit", page.fetch())
                        .query((r, _) -> read(r))
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @Override
    public int unreadOf(Caller reader, int limit) {
        Scope.Predicate own = own(reader);
        return jdbc.sql(
                        """
                        SELECT count(*) FROM (
                            SELECT 1 FROM messages m
                              LEFT JOIN message_reads r ON r.message = m.id AND r.reader = :reader
                             WHERE r.read_at IS NULL AND
                        """
                                + own.sql()
                                + " LIMIT :limit) unread")
                .params(own.parameters())
                .param("reader", reader.subject())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Origin> origin(String id) {
        return jdbc.sql("SELECT kind, cause, case_id FROM messages WHERE id = :id")
                .param("id", id)
                .query(
                        (row, _) ->
                                new Origin(
                                        row.getString("kind"),
                                        row.getString("cause"),
                                        row.getString("case_id")))
                .optional();
    }

    @Override
    public void markRead(String id, String reader, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO message_reads (message, reader, read_at)
                        VALUES (:id, :reader, :at) ON CONFLICT DO NOTHING
                        """)
                .param("id", id)
                .param("reader", reader)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    @Override
    public void clear(Set<MessageKind> kinds) {
        jdbc.sql("DELETE FROM messages WHERE kind IN (:kinds)")
                .param("kinds", kinds.stream().map(MessageKind::code).toList())
                .update();
    }

    /**
     * Whose inbox: a party's own; else what is for one of the reader's roles in the reader's
     * department or, for those who answer for a whole region, in that region.
     */
    private static Scope.Predicate own(Caller reader) {
        String party = reader.party();
        if (party != null) return new Scope.OfParty(party).sql("m");
        Scope scope = Scope.of(reader);
        if (!(scope instanceof Scope.WithinRegion || scope instanceof Scope.OfDepartment)) {
            return new Scope.Nothing().sql("m");
        }
        Scope.Predicate within = scope.sql("m");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        parameters.put(
                "roles",
                "{"
                        + String.join(",", reader.roles().stream().map(Role::realmName).toList())
                        + "}");
        return new Scope.Predicate(
                "m.recipient_kind = 'OFFICERS' AND m.roles && CAST(:roles AS text[]) AND "
                        + within.sql(),
                parameters);
    }

    private static Map<String, @Nullable Object> columns(Message message) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", message.id());
        columns.put("kind", message.kind().code());
        columns.put("cause", message.cause());
        columns.put("case", message.caseId());
        RegionColumns.put(columns, message.region());
        columns.put("recipient", message.recipient().key());
        columns.put("party", null);
        columns.put("department", null);
        columns.put("roles", "{}");
        switch (message.recipient()) {
            case Recipient.Party(var party) -> {
                columns.put("recipientKind", "PARTY");
                columns.put("party", party);
            }
            case Recipient.Officers(var department, var roles) -> {
                columns.put("recipientKind", "OFFICERS");
                columns.put("department", department);
                columns.put("roles", "{" + String.join(",", roles) + "}");
            }
        }
        columns.put("template", message.template());
        columns.put("titleZh", message.chinese().title());
        columns.put("bodyZh", message.chinese().body());
        columns.put("titleEn", message.english().title());
        columns.put("bodyEn", message.english().body());
        columns.put("createdAt", OffsetDateTime.ofInstant(message.createdAt(), ZoneOffset.UTC));
        return columns;
    }

    private static InboxEntry read(ResultSet row) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new InboxEntry(
                row.getString("id"),
                row.getString("kind"),
                row.getString("case_id"),
                new Text(row.getString("title_zh"), row.getString("body_zh")),
                new Text(row.getString("title_en"), row.getString("body_en")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
