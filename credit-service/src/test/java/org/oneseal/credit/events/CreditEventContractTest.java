package org.oneseal.credit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

/** What this service sends is what it has published. */
class CreditEventContractTest {

    private static final Map<String, Class<? extends CreditEvent>> EVENTS =
            Map.of(
                    "record-opened", RecordOpened.class,
                    "record-published", RecordPublished.class,
                    "record-withheld", RecordWithheld.class,
                    "record-rescheduled", RecordRescheduled.class,
                    "restrictions-changed", RestrictionsChanged.class);

    private final Contracts contracts = Contracts.of("credit-service");

    @Test
    void everyEventHasSchemaSampleAndChannel() {
        assertThat(EVENTS.values())
                .containsExactlyInAnyOrder(classes(CreditEvent.class.getPermittedSubclasses()));
        assertThat(contracts.schemas()).isEqualTo(new java.util.TreeSet<>(EVENTS.keySet()));
        for (String event : EVENTS.keySet()) {
            assertThat(contracts.document("asyncapi.yaml"))
                    .contains("org.oneseal.credit." + event)
                    .contains("./events/v1/" + event + ".schema.json");
        }
    }

    @Test
    void everyEventIsWrittenAsItsSample() {
        EVENTS.forEach(
                (name, type) -> {
                    CreditEvent event =
                            EventJson.reader()
                                    .treeToValue(
                                            Objects.requireNonNull(contracts.samples().get(name)),
                                            type);
                    contracts.assertProduces(name, event);
                    assertThat(event.type()).isEqualTo("credit." + name);
                });
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends CreditEvent>[] classes(Class<?>[] permitted) {
        return (Class<? extends CreditEvent>[]) permitted;
    }
}
