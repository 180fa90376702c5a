package org.oneseal.benchmark.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Salt;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

/** A database of the case service with one case that was handled. */
final class HandledCase implements AutoCloseable {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
    static final String ID = "431103-01kb1111111111111111111111";
    static final String PARTY = "431103-01kb2222222222222222222222";
    private static final String ITEM = "1143110300MADE0UP4310100000000000";
    static final Instant RECEIVED = Instant.parse("2026-11-18T03:00:00.123456Z");
    static final Instant ACCEPTED = RECEIVED.plusSeconds(2);
    private static final CryptoProfile PROFILE = CryptoProfile.CN;

    static final WorkCalendar CALENDAR =
            WorkCalendar.of(
                    RegionCode.NATION,
                    List.of(
                            CalendarYear.decreed(
                                    2026,
                                    1,
                                    new TreeMap<>(Map.of(LocalDate.of(2026, 10, 1), "国庆节")),
                                    new TreeMap<>(),
                                    OfficeHours.USUAL,
                                    null)));

    final KeyRing keys = KeyRing.ephemeral(PROFILE, "cases");
    final FieldCipher cipher = new FieldCipher(keys);
    final String head;
    private final EmbeddedPostgres postgres;

    HandledCase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        tables();
        head = history();
        aggregate();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void tables() throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String folder :
                    List.of(
                            "platform/kit/src/main/resources/db/platform",
                            "case-service/src/main/resources/db/migration")) {
                for (Path script : scripts(ROOT.resolve(folder))) {
                    statement.execute(Files.readString(script));
                }
            }
        }
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".sql"))
                    .sorted(
                            (a, b) ->
                                    order(a).equals(order(b))
                                            ? a.compareTo(b)
                                            : order(a).compareTo(order(b)))
                    .toList();
        }
    }

    /** Versions first, repeatable ones last, as Flyway does. */
    private static String order(Path script) {
        return script.getFileName().toString().startsWith("V") ? "1" : "2";
    }

    private Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private String history() throws SQLException {
        String previous = "";
        previous = entry(previous, 1, "cases.submitted", RECEIVED, "null");
        return entry(previous, 2, "cases.accepted", ACCEPTED, "\"" + legalDue() + "\"");
    }

    private static Instant legalDue() {
        return CALENDAR.due(ACCEPTED, TimeLimit.workingDays(10)).at();
    }

    private String entry(String previous, int sequence, String type, Instant at, String legalDue)
            throws SQLException {
        String data =
                """
                {"case": {"caseId": "%s", "caseNumber": "%s202611180001", "party": "%s",
                 "region": "431103001001", "department": "431103-ZR"}, "clock": {"legalDue": %s}}
                """
                        .formatted(ID, ITEM, PARTY, legalDue);
        var actor = CanonicalJson.parse("{\"id\": \"7d6c\", \"kind\": \"PERSON\"}");
        Entry entry =
                Entry.chained(
                        PROFILE,
                        previous,
                        "case",
                        ID,
                        sequence,
                        type,
                        at,
                        at,
                        "431103001001",
                        "431103-ZR",
                        PARTY,
                        actor,
                        CanonicalJson.parse(data),
                        Salt.random());
        var copies = new Copies();
        copies.entry(entry);
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            copies.write(connection, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return entry.hash().toString();
    }

    private void aggregate() throws SQLException {
        try (Connection connection = connect();
                var insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO cases (id, case_number, query_number, province, city,
                                    county, town, village, department, party, party_mask, item_code,
                                    item_version, item_name, case_kind, origin, channel, state, open,
                                    received_at, legal_due, due, provisional, calendar_region,
                                    calendar_version, version, chain_head, form_cipher, body)
                                VALUES (?, ? || '202611180001', 'ABCDEFGH23', '43', '4311', '431103',
                                    '431103001', '431103001001', '431103-ZR', ?, '某**司', ?, 1,
                                    '用地预审', 'PROMISED', 'APPLICATION', 'APP', 'ACCEPTED', true,
                                    ?::timestamptz, ?::timestamptz, ?::timestamptz, false,
                                    '100000000000', '1', 2, ?, ?, ?::jsonb)
                                """)) {
            insert.setString(1, ID);
            insert.setString(2, ITEM);
            insert.setString(3, PARTY);
            insert.setString(4, ITEM);
            insert.setString(5, RECEIVED.toString());
            insert.setString(6, legalDue().toString());
            insert.setString(7, legalDue().toString());
            insert.setString(8, head);
            insert.setString(9, cipher.encrypt("{\"a\":1}", "cases/" + ID + "/form"));
            insert.setString(
                    10,
                    """
                    {"header": {"id": "%s", "region": "431103001001"},
                     "facts": [{"fact": "submitted", "stamp": {"occurredAt": "%s"}}]}
                    """
                            .formatted(ID, RECEIVED.plusNanos(789)));
            insert.executeUpdate();
            try (Statement block = connection.createStatement()) {
                block.execute(
                        "INSERT INTO case_number_block VALUES ('" + ITEM + "', '2026-11-18', 1)");
            }
        }
    }

    /** Copies it. */
    CaseLoader loader() throws IOException {
        return new CaseLoader(
                new CaseLoader.Source() {
                    @Override
                    public Connection cases() throws SQLException {
                        return connect();
                    }

                    @Override
                    public @Nullable Connection supervision() {
                        return null;
                    }
                },
                CALENDAR,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 11, 22),
                PROFILE,
                cipher,
                Places.around(
                        new RegionCode("431103000000"),
                        ROOT.resolve(
                                "catalog-service/src/main/resources/reference/regions-cn.csv")),
                new CaseLoader.Applicants("few", "many"));
    }

    /** The first column of what a query finds. */
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) all.add(rows.getString(1));
            return all;
        }
    }

    /** The history of a case. */
    List<Entry> entries(String id) throws SQLException {
        try (Connection connection = connect();
                var select =
                        connection.prepareStatement(
                                "SELECT * FROM history WHERE aggregate_id = ? ORDER BY sequence")) {
            select.setString(1, id);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            new Entry(
                                    row.getString("aggregate_type"),
                                    id,
                                    row.getLong("sequence"),
                                    row.getString("type"),
                                    instant(row, "occurred_at"),
                                    instant(row, "recorded_at"),
                                    row.getString("region"),
                                    row.getString("department"),
                                    row.getString("party"),
                                    CanonicalJson.parse(row.getString("actor")),
                                    CanonicalJson.parse(row.getString("data")),
                                    new Salt(row.getString("salt")),
                                    Digest.parse(row.getString("commitment")),
                                    Digest.parse(row.getString("hash"))));
                }
            }
            return entries;
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
