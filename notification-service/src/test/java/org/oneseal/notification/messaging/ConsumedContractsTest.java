package org.oneseal.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.testkit.Contracts;
import tools.jackson.databind.JsonNode;

/** Everything that the case service publishes today can be read here. */
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
                        "promised",
                        "promise-fulfilled",
                        "promise-overdue",
                        "withdrawn");
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
