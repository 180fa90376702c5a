package org.oneseal.platform.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.Signature;
import org.oneseal.platform.evidence.Head;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.journal.JdbcHistory.Position;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals and the rows they take in. */
class JdbcSeals {

    private static final long LOCK = 0x6f6e657365616cL + 1;
    private static final String COLUMNS =
            """
            SELECT s.number, s.previous, s.root, s.heads, s.sealed_at, s.hash, s.signature,
                   s.after_tx::text, s.after_id, s.through_tx::text, s.through_id
              FROM seal s
            """;

    private final JdbcTemplate jdbc;
    private final String service;

    JdbcSeals(JdbcTemplate jdbc, String service) {
        this.jdbc = jdbc;
        this.service = service;
    }

    /** Whether this transaction may seal; another replica's seals at the same time otherwise. */
    boolean lock() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    @Nullable Kept last() {
        return jdbc.query(COLUMNS + "ORDER BY number DESC LIMIT 1", (row, _) -> kept(row)).stream()
                .findFirst()
                .orElse(null);
    }

    List<Seal> after(long number, int limit) {
        return jdbc.query(
                COLUMNS + "WHERE number > ? ORDER BY number LIMIT ?",
                (row, _) -> kept(row).seal(),
                number,
                limit);
    }

    /** The seals that took in rows of the aggregate, oldest first. */
    List<Kept> of(String aggregateId) {
        return jdbc.query(
                COLUMNS
                        + """
                        WHERE s.number IN (
                            SELECT covering.number
                              FROM history h
                             CROSS JOIN LATERAL (
                                    SELECT number FROM seal
                                     WHERE (through_tx, through_id) >= (h.tx, h.id)
                                     ORDER BY through_tx, through_id LIMIT 1) covering
                             WHERE h.aggregate_id = ?)
                        ORDER BY s.number
                        """,
                (row, _) -> kept(row),
                aggregateId);
    }

    /** The rows that follow a position and are final, in order, at most so many. */
    Batch unsealed(Position after, int limit) {
        return batch(
                "AND tx < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY tx, id LIMIT ?",
                after,
                Integer.toString(limit));
    }

    /** The rows that a seal took in. */
    Batch under(Kept kept) {
        return batch(
                "AND (tx, id) <= (?::xid8, ?::bigint)",
                kept.after(),
                Long.toString(kept.through().tx()),
                Long.toString(kept.through().id()));
    }

    private Batch batch(String condition, Position after, String... more) {
        Map<String, Head> heads = new TreeMap<>();
        Position[] last = {after};
        long[] rows = {0};
        Object[] arguments = new Object[2 + more.length];
        arguments[0] = Long.toString(after.tx());
        arguments[1] = after.id();
        System.arraycopy(more, 0, arguments, 2, more.length);
        jdbc.query(
                """
                SELECT aggregate_type, aggregate_id, sequence, hash, tx::text AS tx_text, id
                  FROM history
                 WHERE (tx, id) > (?::xid8, ?::bigint)
                """
                        + condition.replace("LIMIT ?", "LIMIT ?::integer"),
                row -> {
                    Head head =
                            new Head(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    Digest.parse(row.getString(4)));
                    heads.merge(
                            head.aggregateId(),
                            head,
                            (a, b) -> a.sequence() > b.sequence() ? a : b);
                    last[0] = new Position(Long.parseLong(row.getString(5)), row.getLong(6));
                    rows[0]++;
                },
                arguments);
        return new Batch(List.copyOf(heads.values()), last[0], rows[0]);
    }

    void keep(Seal seal, Position after, Position through) {
        Digest previous = seal.previous();
        jdbc.update(
                """
                INSERT INTO seal (number, previous, root, heads, sealed_at, hash, signature,
                                  after_tx, after_id, through_tx, through_id)
                VALUES (?, ?, ?, ?, ?::timestamptz, ?, ?, ?::xid8, ?, ?::xid8, ?)
                """,
                seal.number(),
                previous == null ? null : previous.toString(),
                seal.root().toString(),
                seal.heads(),
                seal.sealedAt().toString(),
                seal.hash().toString(),
                seal.signature().toString(),
                Long.toString(after.tx()),
                after.id(),
                Long.toString(through.tx()),
                through.id());
    }

    private Kept kept(ResultSet row) throws SQLException {
        String previous = row.getString(2);
        return new Kept(
                new Seal(
                        service,
                        row.getLong(1),
                        previous == null ? null : Digest.parse(previous),
                        Digest.parse(row.getString(3)),
                        row.getLong(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        Digest.parse(row.getString(6)),
                        Signature.parse(row.getString(7))),
                new Position(Long.parseLong(row.getString(8)), row.getLong(9)),
                new Position(Long.parseLong(row.getString(10)), row.getLong(11)));
    }

    /** A seal with the positions between which its rows lie: the first excluded, the last not. */
    record Kept(Seal seal, Position after, Position through) {}

    /**
     * Rows read for sealing.
     *
     * @param heads the last row of each aggregate, by aggregate id
     * @param last position of the last row, or where reading began if there was none
     */
    record Batch(List<Head> heads, Position last, long rows) {}
}
