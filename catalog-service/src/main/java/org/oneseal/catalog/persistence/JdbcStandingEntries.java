package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.standing.StandingEntries;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

@Repository
class JdbcStandingEntries implements StandingEntries {

    /** The version of a thing that governs on the day, unless the thing has ended by then. */
    private static final String STANDING =
            """
            SELECT t.code, '%1$s' AS kind, t.region, t.department, v.number, v.hash, v.effective_from,
                   v.content ->> 'name' AS name, v.content ->> 'itemType' AS item_type,
                   %3$s AS evidence, v.content
              FROM %2$s t
              JOIN LATERAL (SELECT * FROM %4$s
                             WHERE code = t.code AND effective_from <= :day
                             ORDER BY number DESC LIMIT 1) v ON true
             WHERE t.latest > 0 AND (t.cancelled_from IS NULL OR t.cancelled_from > :day)
               AND v.content ->> 'itemType' = ANY(:types) AND (%5$s)
            """;

    private final ListStatements lists;
    private final Json json;

    JdbcStandingEntries(ListStatements lists, Json json) {
        this.lists = lists;
        this.json = json;
    }

    @Override
    public List<Entry> of(Query query, String after, int limit) {
        Narrowing by = narrowing(query).behind("t.code", after);
        // Only the entries of the page are looked up in the history.
        return lists.sql(
                        """
                        SELECT s.code, s.kind, s.region, s.department, s.number, s.hash,
                               s.effective_from, s.name, s.item_type, coalesce(
                               (SELECT h.data ->> 'status' FROM history h
                                 WHERE h.aggregate_id = s.evidence AND h.occurred_at < :end
                                   AND h.data ->> 'status' IS NOT NULL
                                 ORDER BY h.sequence DESC LIMIT 1), 'IN_FORCE') AS status
                          FROM (%s ORDER BY code LIMIT :limit) s ORDER BY code
                        """
                                .formatted(standing(query, by)))
                .params(by.parameters())
                .param("limit", limit)
                .param(
                        "end",
                        query.day().plusDays(1).atStartOfDay(WorkCalendar.ZONE).toOffsetDateTime())
                .query(JdbcStandingEntries::entry)
                .list();
    }

    @Override
    public List<Said> said(Query query, String after, int limit) {
        Narrowing by = narrowing(query).behind("t.code", after);
        return lists.sql(standing(query, by) + " ORDER BY code LIMIT :limit")
                .params(by.parameters())
                .param("limit", limit)
                .query(this::said)
                .list();
    }

    private Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("item_type"),
                row.getString("department"),
                row.getInt("number"),
                json.read(row.getString("content"), JsonNode.class));
    }

    @Override
    public SortedMap<String, Long> byType(Query query) {
        Narrowing by = narrowing(query);
        SortedMap<String, Long> counts = new TreeMap<>();
        lists.sql(
                        "SELECT item_type, count(*) AS entries FROM ("
                                + standing(query, by)
                                + ") s GROUP BY item_type")
                .params(by.parameters())
                .query(
                        row -> {
                            counts.put(row.getString("item_type"), row.getLong("entries"));
                        });
        return counts;
    }

    private static String standing(Query query, Narrowing by) {
        String where = by.sql();
        String items =
                STANDING.formatted(
                        StandingEntries.Kind.ITEM,
                        "items",
                        "t.code",
                        "item_versions",
                        where + (query.filingsOnly() ? " AND v.content -> 'filing' = 'true'" : ""));
        if (query.filingsOnly()) return items;
        return items
                + " UNION ALL "
                + STANDING.formatted(
                        StandingEntries.Kind.POWER,
                        "powers",
                        "'power/' || t.code",
                        "power_versions",
                        where);
    }

    private static Narrowing narrowing(Query query) {
        return new Narrowing()
                .with("day", query.day())
                .with("types", query.itemTypes().toArray(String[]::new))
                .within("t", query.within())
                .equal("t.department", query.department());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("item_type"),
                row.getString("region"),
                row.getString("department"),
                row.getInt("number"),
                row.getString("hash"),
                row.getObject("effective_from", LocalDate.class),
                ItemStatus.valueOf(row.getString("status")));
    }
}
