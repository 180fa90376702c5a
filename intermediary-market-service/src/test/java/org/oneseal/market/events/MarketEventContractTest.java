package org.oneseal.market.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

/** What this service sends is what it has published. */
class MarketEventContractTest {

    private static final Map<String, Class<? extends MarketEvent>> EVENTS =
            Map.of(
                    "institution-applied", InstitutionApplied.class,
                    "institution-admitted", InstitutionAdmitted.class,
                    "institution-refused", InstitutionRefused.class,
                    "institution-rescheduled", InstitutionRescheduled.class);

    private final Contracts contracts = Contracts.of("intermediary-market-service");

    @Test
    void everyEventHasSchemaSampleAndChannel() {
        assertThat(EVENTS.values())
                .containsExactlyInAnyOrder(classes(MarketEvent.class.getPermittedSubclasses()));
        assertThat(contracts.schemas()).isEqualTo(new java.util.TreeSet<>(EVENTS.keySet()));
        for (String event : EVENTS.keySet()) {
            assertThat(contracts.document("asyncapi.yaml"))
                    .contains("org.oneseal.market." + event)
                    .contains("./events/v1/" + event + ".schema.json");
        }
    }

    @Test
    void everyEventIsWrittenAsItsSample() {
        EVENTS.forEach(
                (name, type) -> {
                    MarketEvent event =
                            EventJson.reader()
                                    .treeToValue(
                                            Objects.requireNonNull(contracts.samples().get(name)),
                                            type);
                    contracts.assertProduces(name, event);
                    assertThat(event.type()).isEqualTo("market." + name);
                });
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends MarketEvent>[] classes(Class<?>[] permitted) {
        return (Class<? extends MarketEvent>[]) permitted;
    }
}
