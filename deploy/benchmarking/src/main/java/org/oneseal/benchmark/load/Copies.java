package org.oneseal.benchmark.load;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.postgresql.PGConnection;

/** Some thousand copies on their way into the tables. */
final class Copies {

    private static final Prototype.Target HISTORY =
            new Prototype.Target(
                    false,
                    "history",
                    List.of(
                            "aggregate_type",
                            "aggregate_id",
                            "sequence",
                            "type",
                            "occurred_at",
                            "recorded_at",
                            "region",
                            "department",
                            "party",
                            "actor",
                            "data",
                            "salt",
                            "commitment",
                            "hash"));

    private final Map<Prototype.Target, CopyText> texts = new LinkedHashMap<>();
    private long rows;

    void entry(Entry entry) {
        row(
                HISTORY,
                List.of(
                        entry.aggregateType(),
                        entry.aggregateId(),
                        Long.toString(entry.sequence()),
                        entry.type(),
                        entry.occurredAt().toString(),
                        entry.recordedAt().toString(),
                        entry.region(),
                        Objects.requireNonNull(entry.department()),
                        Objects.requireNonNull(entry.party()),
                        CanonicalJson.write(entry.actor()),
                        CanonicalJson.write(Objects.requireNonNull(entry.data())),
                        Objects.requireNonNull(entry.salt()).hex(),
                        entry.commitment().toString(),
                        entry.hash().toString()));
    }

    void row(Prototype.Target target, List<String> values) {
        texts.computeIfAbsent(target, _ -> new CopyText()).add(values);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Writes all of it, in one transaction a database; the cases before what refers to them. */
    void write(Connection cases, @Nullable Connection supervision)
            throws SQLException, IOException {
        for (boolean watched : new boolean[] {false, true}) {
            Connection connection = watched ? supervision : cases;
            if (connection == null) continue;
            for (String first : new String[] {"cases", ""}) {
                for (var entry : texts.entrySet()) {
                    var target = entry.getKey();
                    boolean now = target.table().equals("cases") == first.equals("cases");
                    if (target.supervision() == watched && now) {
                        copy(connection, target, entry.getValue());
                    }
                }
            }
            connection.commit();
        }
    }

    private static void copy(Connection connection, Prototype.Target target, CopyText text)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY %s (%s) FROM STDIN"
                                .formatted(target.table(), String.join(", ", target.columns())),
                        new StringReader(text.toString()));
    }
}
