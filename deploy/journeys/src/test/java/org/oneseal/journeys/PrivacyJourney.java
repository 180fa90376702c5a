package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;
import org.postgresql.PGConnection;

/**
 * The numbers of the people in the story are nowhere but encrypted: topics, dead letters, logs and
 * every table of every database are searched, in the clear, in hexadecimal and in Base64.
 */
@PlatformJourney
@Order(8)
class PrivacyJourney {

    private static final List<String> NUMBERS = List.of("11010519491231002X", "13900000000");
    private static final Set<String> SYSTEM_TOPICS = Set.of("__consumer_offsets");

    private final World world;

    PrivacyJourney(World world) {
        this.world = world;
        world.licence();
    }

    @Test
    void noTopicAndNoDeadLetterHoldsOne() {
        List<String> found = new ArrayList<>();
        long[] read = {0};
        long[] control = {0};
        String licence = String.valueOf(world.licence().get("case"));
        Map<String, Object> settings = new HashMap<>(world.platform().kafkaAsAdministrator());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.listTopics().entrySet().stream()
                            .filter(topic -> !SYSTEM_TOPICS.contains(topic.getKey()))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            assertThat(partitions)
                    .extracting(TopicPartition::topic)
                    .contains("oneseal.cases.v1", "oneseal.cases.v1.dlt", "oneseal.seals.v1");
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    read[0]++;
                    String text = text(record);
                    if (text.contains(licence)) control[0]++;
                    for (String form : forms()) {
                        if (holds(text, form)) found.add(record.topic() + ": " + form);
                    }
                }
            }
        }
        world.say("searched " + read[0] + " records of all topics");
        assertThat(control[0]).as("records about the licence: the search can see").isPositive();
        assertThat(found).isEmpty();
    }

    @Test
    void noLogHoldsOne() throws IOException {
        List<String> found = new ArrayList<>();
        long lines = 0;
        for (Path folder : List.of(world.logs(), world.outsideSeals())) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    lines += text.lines().count();
                    for (String form : forms()) {
                        if (holds(text, form)) found.add(file.getFileName() + ": " + form);
                    }
                }
            }
        }
        world.say("searched " + lines + " lines of logs and outside seals");
        assertThat(lines).isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    @Test
    void noTableHoldsOne() throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        long bytes = 0;
        boolean control = false;
        String licence = String.valueOf(world.licence().get("case"));
        for (String database : databases()) {
            try (Connection connection = world.platform().databaseAsSuperuser(database).connect();
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    var dump = new ByteArrayOutputStream();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", dump);
                    bytes += dump.size();
                    String text = dump.toString(StandardCharsets.UTF_8);
                    control |= database.equals("cases") && text.contains(licence);
                    for (String form : forms()) {
                        if (holds(text, form)) found.add(database + "." + table + ": " + form);
                    }
                }
            }
        }
        world.say("searched " + bytes / 1024 + " KB of all tables");
        assertThat(control).as("the licence is in the dump: the search can see").isTrue();
        assertThat(found).isEmpty();
    }

    private static List<String> databases() {
        List<String> names = new ArrayList<>(List.of("postgres", "keycloak"));
        Part.services().stream().filter(Part::hasDatabase).map(Part::segment).forEach(names::add);
        return names;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        """
                        SELECT format('%I.%I', n.nspname, c.relname)
                          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relkind IN ('r', 'm')
                           AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                        """)) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    /** A number as it is and as bytes would be written; the letter may be small. */
    private static List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (String number : NUMBERS) {
            byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
            forms.add(number);
            forms.add(HexFormat.of().formatHex(bytes));
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            forms.add(base64.substring(0, base64.length() - 2));
        }
        return forms;
    }

    /** Digits in the middle of a longer number are not the number. */
    private static boolean holds(String text, String form) {
        String wanted = form.toLowerCase(Locale.ROOT);
        String searched = text.toLowerCase(Locale.ROOT);
        for (int at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + 1)) {
            int after = at + wanted.length();
            boolean inside =
                    form.chars().allMatch(Character::isDigit)
                            && (at > 0 && Character.isDigit(searched.charAt(at - 1))
                                    || after < searched.length()
                                            && Character.isDigit(searched.charAt(after)));
            if (!inside) return true;
        }
        return false;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder();
        append(text, record.key());
        append(text, record.value());
        record.headers()
                .forEach(
                        header -> {
                            text.append(header.key()).append('\n');
                            append(text, header.value());
                        });
        return text.toString();
    }

    private static void append(
            StringBuilder text, byte @org.jspecify.annotations.Nullable [] part) {
        if (part != null) text.append(new String(part, StandardCharsets.UTF_8)).append('\n');
    }
}
