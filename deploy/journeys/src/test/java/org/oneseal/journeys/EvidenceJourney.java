package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Salt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with all rights on the database rewrites what happened and lets the service seal it anew
 * with its own keys: within itself the history is whole, but whoever kept a receipt or a seal can
 * show that it was another.
 */
@PlatformJourney
@Order(9)
class EvidenceJourney {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;

    private final World world;
    private final String id;
    private final Path folder;

    EvidenceJourney(World world) throws IOException {
        this.world = world;
        this.id = String.valueOf(world.licence().get("case"));
        this.folder = Files.createDirectories(world.work().resolve("evidence"));
    }

    @Test
    void aHistoryThatIsRewrittenAndSealedAnewIsCaught() throws Exception {
        Path before = sealedExport("before.json");
        Path receipt = folder.resolve("receipt.json");
        Files.writeString(receipt, get("/receipt"));
        Path seals = keepSeals();
        Path keys = folder.resolve("keys.json");
        Files.writeString(
                keys,
                world.desk()
                        .get(org.oneseal.story.Desk.anybody(), "/api/v1/seals/cases/keys")
                        .text());
        assertThat(verify(before)).isEqualTo(WHOLE);
        assertThat(verify(before, "--receipt", receipt, "--seals", seals, "--keys", keys))
                .isEqualTo(WHOLE);

        var service = world.platform().running(Part.CASE);
        service.stop();
        rewrite();
        service.restart();

        Path after = sealedExport("after.json");
        assertThat(Files.readString(after)).isNotEqualTo(Files.readString(before));
        assertThat(verify(after)).as("alone, the new history is whole").isEqualTo(WHOLE);
        assertThat(verify(after, "--receipt", receipt)).isEqualTo(BROKEN);
        assertThat(verify(after, "--seals", seals, "--keys", keys)).isEqualTo(BROKEN);
        assertThat(verify(before, "--seals", seals, "--keys", keys))
                .as("the history as it was still proves itself")
                .isEqualTo(WHOLE);
    }

    /** An export whose last entry is under a seal. */
    private Path sealedExport(String name) throws IOException {
        String[] export = {""};
        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            export[0] = get("/evidence");
                            JsonNode evidence = JSON.readTree(export[0]);
                            long last = 0;
                            for (JsonNode entry : evidence.path("entries")) {
                                last = Math.max(last, entry.path("sequence").asLong());
                            }
                            long sealed = 0;
                            for (JsonNode seal : evidence.path("seals")) {
                                sealed =
                                        Math.max(
                                                sealed,
                                                seal.path("head").path("sequence").asLong());
                            }
                            assertThat(last).isPositive();
                            assertThat(sealed).as("sealed up to").isEqualTo(last);
                        });
        return Files.writeString(folder.resolve(name), export[0]);
    }

    private String get(String path) {
        var answer = world.desk().get(world.desk().officer("chief"), "/api/v1/cases/" + id + path);
        answer.ok();
        return answer.text();
    }

    /** What an outsider has copied by now. */
    private Path keepSeals() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("seals"));
        long sealed = world.count(Part.CASE, "SELECT max(number) FROM seal");
        Path last = world.outsideSeals().resolve("cases-%012d.json".formatted(sealed));
        await().atMost(World.SOON).until(() -> Files.exists(last));
        try (Stream<Path> files = Files.list(world.outsideSeals())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("cases-")) {
                    Files.write(kept.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        return kept;
    }

    /** The case was received two days earlier than it was; chain and seals follow from that. */
    private void rewrite() throws SQLException {
        try (Connection connection = world.database(Part.CASE).connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica");
            List<Entry> forged = new ArrayList<>();
            String previous = "";
            for (Entry entry : entries(connection)) {
                Instant occurred = entry.occurredAt();
                Entry chained =
                        Entry.chained(
                                CryptoProfile.CN,
                                previous,
                                entry.aggregateType(),
                                entry.aggregateId(),
                                entry.sequence(),
                                entry.type(),
                                entry.sequence() == 1
                                        ? occurred.minus(Duration.ofDays(2))
                                        : occurred,
                                entry.recordedAt(),
                                entry.region(),
                                entry.department(),
                                entry.party(),
                                entry.actor(),
                                Objects.requireNonNull(entry.data()),
                                Objects.requireNonNull(entry.salt()));
                forged.add(chained);
                previous = chained.hash().toString();
            }
            assertThat(forged).hasSizeGreaterThan(5);
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE history SET occurred_at = ?::timestamptz, hash = ?"
                                    + " WHERE aggregate_id = ? AND sequence = ?")) {
                for (Entry entry : forged) {
                    update.setString(1, entry.occurredAt().toString());
                    update.setString(2, entry.hash().toString());
                    update.setString(3, id);
                    update.setLong(4, entry.sequence());
                    assertThat(update.executeUpdate()).isEqualTo(1);
                }
            }
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE cases SET chain_head = ? WHERE id = ?")) {
                update.setString(1, previous);
                update.setString(2, id);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
            statement.execute("DELETE FROM seal");
            connection.commit();
        }
    }

    private List<Entry> entries(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        SELECT aggregate_type, sequence, type, occurred_at, recorded_at, region,
                               department, party, actor, data, salt, commitment, hash
                          FROM history WHERE aggregate_id = ? ORDER BY sequence
                        """)) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            new Entry(
                                    text(row, "aggregate_type"),
                                    id,
                                    row.getLong("sequence"),
                                    text(row, "type"),
                                    row.getTimestamp("occurred_at").toInstant(),
                                    row.getTimestamp("recorded_at").toInstant(),
                                    text(row, "region"),
                                    row.getString("department"),
                                    row.getString("party"),
                                    JSON.readTree(text(row, "actor")),
                                    JSON.readTree(text(row, "data")),
                                    new Salt(text(row, "salt")),
                                    org.oneseal.platform.crypto.Digest.parse(
                                            text(row, "commitment")),
                                    org.oneseal.platform.crypto.Digest.parse(text(row, "hash"))));
                }
            }
        }
        return entries;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return Objects.requireNonNull(text, column);
    }

    private int verify(Path export, Object... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(World.ROOT.resolve("deploy/verify").toString());
        command.add(export.toString());
        for (Object one : more) command.add(one.toString());
        command.addAll(List.of("--lang", "en"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        Files.writeString(
                folder.resolve("verifier.txt"),
                String.join(" ", command) + "\n" + said + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        return exit;
    }
}
