package org.oneseal.platform.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Salt;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the history: one aggregate's, or everything in the order it became visible. */
class JdbcHistory {

    private static final String COLUMNS =
            """
            SELECT aggregate_type, aggregate_id, sequence, type, occurred_at, recorded_at, region,
                   department, party, actor, data, salt, commitment, hash, tx::text AS tx_text, id
              FROM history
            """;

    private final JdbcTemplate jdbc;

    JdbcHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> of(String aggregateType, String aggregateId) {
        return jdbc.query(
                COLUMNS + "WHERE aggregate_id = ? AND aggregate_type = ? ORDER BY sequence",
                (row, _) -> entry(row),
                aggregateId,
                aggregateType);
    }

    /**
     * Rows after the position whose transaction, and every older one, has ended: what is read once
     * never gets a row before it.
     *
     * @param regionPrefix leading digits of the region, empty for all
     */
    List<Positioned> after(Position position, String regionPrefix, int limit) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(Long.toString(position.tx()));
        arguments.add(position.id());
        String within = "";
        if (!regionPrefix.isEmpty()) {
            within = " AND starts_with(region, ?)";
            arguments.add(regionPrefix);
        }
        arguments.add(limit);
        return jdbc.query(
                COLUMNS
                        + """
                        WHERE (tx, id) > (?::xid8, ?)
                          AND tx < pg_snapshot_xmin(pg_current_snapshot())
                        """
                        + within
                        + " ORDER BY tx, id LIMIT ?",
                (row, _) ->
                        new Positioned(
                                new Position(Long.parseLong(row.getString(15)), row.getLong(16)),
                                entry(row)),
                arguments.toArray());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String data = row.getString(11);
        String salt = row.getString(12);
        return new Entry(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                instant(row, 5),
                instant(row, 6),
                row.getString(7),
                nullable(row, 8),
                nullable(row, 9),
                CanonicalJson.parse(row.getString(10)),
                data == null ? null : CanonicalJson.parse(data),
                salt == null ? null : new Salt(salt),
                Digest.parse(row.getString(13)),
                Digest.parse(row.getString(14)));
    }

    private static @Nullable String nullable(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A place in the order of the history: writing transaction and id. */
    record Position(long tx, long id) {
        static final Position START = new Position(0, 0);
    }

    record Positioned(Position position, Entry entry) {}
}
