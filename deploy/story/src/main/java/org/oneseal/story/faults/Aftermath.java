package org.oneseal.story.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.oneseal.local.LocalPlatform;
import org.oneseal.local.Part;

/**
 * Counts in databases and topic what became of lifecycles, against one that nothing disturbed: each
 * has to have left just what that one left.
 */
final class Aftermath {

    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final int SHOWN = 5;

    private final LocalPlatform platform;
    private final String calm;
    private final Set<String> granted;
    private final String party;
    private final List<String> wrong = new ArrayList<>();
    private long events;

    /**
     * @param calm a lifecycle that nothing disturbed
     * @param granted all that were answered to the end
     * @param party in whose name they and nothing else were applied for
     */
    Aftermath(LocalPlatform platform, String calm, Collection<String> granted, String party) {
        this.platform = platform;
        this.calm = calm;
        this.granted = new HashSet<>(granted);
        this.party = party;
    }

    /** Of the granted cases, in the case service's history. */
    long events() {
        return events;
    }

    List<String> wrong() {
        for (Part service : Part.services()) {
            if (!service.hasDatabase()) continue;
            settled(service, "outbox");
            none(service, "can't be told", "SELECT topic || ' ' || key FROM outbox_quarantine");
            none(service, "can't be taken", "SELECT subscription || ' ' || key FROM inbox_parked");
            none(
                    service,
                    "answered by halves",
                    "SELECT operation FROM idempotency WHERE status IS NULL");
        }
        cases();
        certificates();
        topic();
        effects();
        return List.copyOf(wrong);
    }

    /** Nothing was filed twice or unheard, and no row says other than its history. */
    private void cases() {
        Set<String> kept =
                new HashSet<>(ask(Part.CASE, "SELECT id FROM cases WHERE party = " + by()));
        if (!kept.equals(granted)) {
            wrong.add(
                    "%d cases are kept, %d were granted, %d of them are both"
                            .formatted(kept.size(), granted.size(), both(kept)));
        }
        none(
                Part.CASE,
                "histories with gaps",
                """
                SELECT aggregate_id FROM history GROUP BY 1
                HAVING max(sequence) <> count(*) OR min(sequence) <> 1
                """);
        none(
                Part.CASE,
                "rows that are not at the end of their history",
                """
                SELECT c.id FROM cases c
                  LEFT JOIN LATERAL (SELECT sequence, hash FROM history h
                                      WHERE h.aggregate_id = c.id ORDER BY sequence DESC LIMIT 1) h
                    ON true
                 WHERE h.sequence IS DISTINCT FROM c.version OR h.hash IS DISTINCT FROM c.chain_head
                """);
        Map<String, String> courses =
                pairs(
                        Part.CASE,
                        """
                        SELECT c.id, c.state || ': '
                               || string_agg(h.type, ' ' ORDER BY h.sequence)
                          FROM cases c JOIN history h ON h.aggregate_id = c.id
                         WHERE c.party = %s GROUP BY c.id, c.state
                        """
                                .formatted(by()));
        same("course", courses);
        events = number("SELECT count(*) FROM history WHERE party = " + by());
    }

    private void certificates() {
        none(
                Part.CASE,
                "certificate numbers given twice",
                "SELECT number FROM certificate GROUP BY 1 HAVING count(*) > 1");
        none(
                Part.CASE,
                "case numbers given twice",
                "SELECT case_number FROM cases GROUP BY 1 HAVING count(*) > 1");
        same(
                "certificates",
                pairs(
                        Part.CASE,
                        """
                        SELECT c.id, count(f.id)::text FROM cases c
                          LEFT JOIN certificate f ON f.case_id = c.id
                         WHERE c.party = %s GROUP BY c.id
                        """
                                .formatted(by())));
    }

    /** Each event at least once, after its predecessor, and always with the same content. */
    private void topic() {
        Map<String, String> kept =
                pairs(
                        Part.CASE,
                        """
                        SELECT id, version::text FROM cases WHERE party = %s
                        """
                                .formatted(by()));
        Map<String, String> told = new TreeMap<>();
        CasesTopic topic = CasesTopic.read(platform, granted::contains);
        topic.reached().forEach((key, sequence) -> told.put(key, String.valueOf(sequence)));
        if (!told.equals(kept)) wrong.add("the topic does not end where the cases do");
        wrong.addAll(topic.wrong());
    }

    /** What consumers made of it: once, however often they were told. */
    private void effects() {
        String cases = "case_id IN (SELECT unnest(%s))".formatted(these());
        Map<String, String> versions =
                pairs(Part.CASE, "SELECT id, version::text FROM cases WHERE party = " + by());
        String seen = "SELECT case_id, sequence::text FROM dossiers WHERE " + cases;
        eventually(
                "supervision has not seen all",
                () -> pairs(Part.SUPERVISION, seen).equals(versions));
        effect("watches", Part.SUPERVISION, "SELECT case_id, kind AS what FROM watches", cases);
        effect("messages", Part.NOTIFICATION, "SELECT case_id, kind AS what FROM messages", cases);
        effect(
                "public records",
                Part.CREDIT,
                "SELECT case_id, state AS what FROM publicity_records",
                cases);
    }

    private void effect(String what, Part service, String select, String condition) {
        String sql =
                """
                SELECT case_id, string_agg(what, ' ' ORDER BY what)
                  FROM (%s WHERE %s) AS one GROUP BY case_id
                """
                        .formatted(select, condition);
        eventually(what + " are not those of a calm lifecycle", () -> alike(pairs(service, sql)));
    }

    private boolean alike(Map<String, String> left) {
        return left.containsKey(calm)
                && left.size() == granted.size()
                && Set.copyOf(left.values()).size() == 1;
    }

    private void same(String what, Map<String, String> left) {
        if (alike(left)) return;
        String pattern = left.get(calm);
        left.entrySet().stream()
                .filter(one -> !one.getValue().equals(pattern))
                .limit(SHOWN)
                .forEach(
                        one ->
                                wrong.add(
                                        "%s of %s: %s instead of %s"
                                                .formatted(
                                                        what,
                                                        one.getKey(),
                                                        one.getValue(),
                                                        pattern)));
        if (left.size() != granted.size()) wrong.add(what + " of " + left.size() + " cases only");
    }

    private void settled(Part service, String table) {
        eventually(
                service.title() + " has still to tell",
                () -> ask(service, "SELECT 1 FROM " + table + " LIMIT 1").isEmpty());
    }

    private void eventually(String otherwise, BooleanSupplier whole) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!whole.getAsBoolean()) {
            if (System.nanoTime() > end) {
                wrong.add(otherwise);
                return;
            }
            LockSupport.parkNanos(500_000_000L);
        }
    }

    private void none(Part service, String what, String sql) {
        List<String> found = ask(service, sql);
        if (found.isEmpty()) return;
        wrong.add(
                "%s, %d %s: %s"
                        .formatted(
                                service.title(),
                                found.size(),
                                what,
                                found.stream().limit(SHOWN).toList()));
    }

    private long both(Set<String> kept) {
        return kept.stream().filter(granted::contains).count();
    }

    private long number(String sql) {
        return Long.parseLong(ask(Part.CASE, sql).getFirst());
    }

    private String by() {
        return "'" + party + "'";
    }

    private String these() {
        return "ARRAY['" + String.join("','", granted) + "']";
    }

    private List<String> ask(Part service, String sql) {
        List<String> first = new ArrayList<>();
        rows(service, sql, row -> first.add(row.getString(1)));
        return first;
    }

    private Map<String, String> pairs(Part service, String sql) {
        Map<String, String> pairs = new TreeMap<>();
        rows(service, sql, row -> pairs.put(row.getString(1), row.getString(2)));
        return pairs;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(Part service, String sql, Reading reading) {
        try (Connection connection = platform.databaseAsSuperuser(service.segment()).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) reading.read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
