package org.oneseal.supervision.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Refused;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.supervision.supervising.Sources;
import org.oneseal.supervision.supervising.TellMatter;
import org.oneseal.supervision.watching.WatchKind;
import tools.jackson.databind.JsonNode;

/** What departments' systems are told to send is what is understood. */
class FromDepartmentTest {

    private static final Contracts OURS = Contracts.of("supervision-service");
    private static final Sources.Source SOURCE =
            new Sources.Source(
                    "hotline",
                    1,
                    new RegionCode("431103000000"),
                    Set.of("431103-SJ"),
                    Set.of(),
                    Instant.EPOCH,
                    60);

    @Test
    void the_sample_keeps_to_its_schema_and_is_understood() {
        String sample = OURS.document("matters/v1/samples/told.json");
        String schema = OURS.document("matters/v1/told.schema.json");
        JsonNode data = EventJson.reader().readTree(sample);
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(schema)
                                .validate(data))
                .isEmpty();
        TellMatter.Report report = FromDepartment.read(event("hotline", data), SOURCE);
        assertThat(report.opening().kind()).isEqualTo(WatchKind.TICKET);
        assertThat(report.opening().number()).isEqualTo("12345-冷水滩-2026-000731");
        assertThat(report.step().awaits()).isEqualTo("signed");
        assertThat(report.sequence()).isEqualTo(2);
        assertThat(OURS.document("asyncapi.yaml"))
                .contains("matters/v1/told.schema.json", MatterEvents.TOPIC);
    }

    @Test
    void everything_wrong_is_told_at_once_and_nothing_of_it_is_repeated() {
        JsonNode data = EventJson.reader().readTree("{\"number\":\"440524188001010014\"}");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> FromDepartment.read(event("wabo", data), SOURCE))
                .withMessage(
                        "matter-source-forged, matter-member-missing kind,"
                                + " matter-member-missing title, matter-member-missing reached,"
                                + " matter-number-mismatch");
    }

    /** Every source that the case service tells of is understood. */
    @Test
    void a_registration_is_read_as_it_is_published() {
        JsonNode sample = Contracts.of("case-service").samples().get("source-registered");
        IncomingEvent event =
                new IncomingEvent(
                        "1",
                        "org.oneseal.cases.source-registered",
                        "urn:oneseal:cases",
                        "s",
                        "s",
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null,
                        null,
                        sample);
        assertThat(FromSource.isOne(event)).isTrue();
        assertThat(FromSource.read(event))
                .isEqualTo(
                        new Sources.Source(
                                "wabo",
                                1,
                                new RegionCode("431103000000"),
                                Set.of("431103-HJ"),
                                Set.of(),
                                Instant.EPOCH,
                                60000));
    }

    private static IncomingEvent event(String source, JsonNode data) {
        return new IncomingEvent(
                "hotline:1",
                FromDepartment.TYPE,
                source,
                "12345-冷水滩-2026-000731",
                "hotline:12345-冷水滩-2026-000731",
                2,
                Instant.parse("2026-11-30T01:00:00Z"),
                Instant.parse("2026-11-30T01:00:00Z"),
                null,
                null,
                data,
                "hotline");
    }
}
