package org.oneseal.cases.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.testkit.Contracts;

/** What sources are told to send is what is understood. */
class InboundContractsTest {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Contracts contracts = Contracts.of("case-service");

    @ParameterizedTest
    @EnumSource
    void everySampleKeepsToItsSchemaAndIsUnderstood(FeedType type) {
        String sample = contracts.document("exchange/v1/samples/" + type.word() + ".json");
        String schema = contracts.document("exchange/v1/" + type.word() + ".schema.json");

        assertThat(SCHEMAS.getSchema(schema).validate(CanonicalJson.parse(sample))).isEmpty();
        String sequence = type == FeedType.RECEIVED ? "1" : "2";
        assertThat(
                        new FeedReader(CryptoProfile.INTL)
                                .read(
                                        Feeding.raw(
                                                Feeding.attributes(
                                                        "case-10011",
                                                        sequence,
                                                        type.word(),
                                                        "2026-11-01T00:00:00Z"),
                                                sample),
                                        new Feeding().source,
                                        Feeding.NOW))
                .isInstanceOf(FeedReader.Reading.Understood.class);
        assertThat(contracts.document("asyncapi.yaml"))
                .contains("./exchange/v1/" + type.word() + ".schema.json");
    }

    @Test
    void everyReasonHasItsTextInBothLanguages() throws Exception {
        Set<String> codes = new TreeSet<>();
        java.nio.file.Path sources = java.nio.file.Path.of("src/main/java/org/oneseal/cases");
        Pattern code = Pattern.compile("\"((?:feed|source)-[a-z-]+)\"");
        for (String folder : List.of("exchange", "web", "messaging")) {
            try (var files = java.nio.file.Files.list(sources.resolve(folder))) {
                for (var file : files.toList()) {
                    Matcher found = code.matcher(java.nio.file.Files.readString(file));
                    while (found.find()) codes.add(found.group(1));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(30);
        for (String bundle : List.of("messages.properties", "messages_en.properties")) {
            Properties texts = new Properties();
            try (var in = getClass().getClassLoader().getResourceAsStream(bundle)) {
                texts.load(
                        new java.io.InputStreamReader(
                                java.util.Objects.requireNonNull(in),
                                java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(codes)
                    .as(bundle)
                    .allSatisfy(c -> assertThat(texts.getProperty("objection." + c)).isNotBlank());
        }
    }

    @Test
    void theHashDoesNotDependOnTheSpelling() {
        Instant now = Feeding.NOW;
        var reader = new FeedReader(CryptoProfile.CN);
        var source = new Feeding().source;
        var attributes = Feeding.attributes("c", "2", "step", "2026-11-01T08:00:00+08:00");
        var other = Feeding.attributes("c", "2", "step", "2026-11-01T00:00:00.000Z");
        var one =
                reader.read(
                        Feeding.raw(attributes, "{\"sourceCase\":\"c\",\"activity\":\"x\"}"),
                        source,
                        now);
        var two =
                reader.read(
                        Feeding.raw(other, "{ \"activity\": \"\\u0078\", \"sourceCase\": \"c\" }"),
                        source,
                        now);
        assertThat(one).isEqualTo(two);
    }
}
