package org.oneseal.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.testkit.Contracts;
import tools.jackson.databind.JsonNode;

/** Everything that the case service and supervision publish today can be read here. */
class ConsumedContractsTest {

    @Test
    void everySampleOfTheCaseServiceIsReadAndTheSilentOnesAreKnown() {
        Set<String> silent = new TreeSet<>();
        Contracts.of("case-service")
                .samples()
                .forEach(
                        (name, data) -> {
                            FromCases read = FromCases.read(event(name, data));
                            if (read instanceof FromCases.Other) {
                                silent.add(name);
                            } else {
                                assertThat(read.about().caseId()).as(name).isNotBlank();
                                assertThat(read.about().caseNumber()).as(name).isNotBlank();
                            }
                        });
        assertThat(silent)
                .doesNotContain(
                        "submitted",
                        "accepted",
                        "deemed-accepted",
                        "correction-requested",
                        "not-accepted",
                        "suspended",
                        "resumed",
                        "extended",
                        "decided",
                        "certificate-issued",
                        "withdrawn");
    }

    @Test
    void aCardBringsWhatItsOfficersNeed() {
        JsonNode sample =
                Objects.requireNonNull(
                        Contracts.of("supervision-service").samples().get("card-issued"));
        FromSupervision card =
                EventJson.reader().treeToValue(sample, FromSupervision.class);

        assertThat(card.colour()).isIn("BLUE", "YELLOW", "RED");
        assertThat(card.caseNumber()).isNotBlank();
        assertThat(card.itemName()).isNotBlank();
        assertThat(card.department()).isNotBlank();
        assertThat(card.recipients()).isNotEmpty();
        assertThat(card.due()).isNotNull();
        assertThat(Objects.requireNonNull(card.rule()).ground()).isNotBlank();
    }

    private static IncomingEvent event(String name, JsonNode data) {
        return new IncomingEvent(
                "e1",
                "org.oneseal.cases." + name,
                "urn:oneseal:test",
                "k1",
                "k1",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                "431103000000",
                null,
                data);
    }
}
