package org.oneseal.catalog.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

class ContractTest {

    private static final Map<String, Class<? extends CatalogEvent>> EVENTS =
            Map.of(
                    "item-published", ItemPublished.class,
                    "item-suspended", ItemSuspended.class,
                    "item-cancelled", ItemCancelled.class,
                    "item-edited", ItemEdited.class,
                    "item-effective", ItemEffective.class,
                    "calendar-published", CalendarPublished.class,
                    "region-listed", RegionListed.class,
                    "department-listed", DepartmentListed.class);

    private final Contracts contracts = Contracts.of("catalog-service");

    @Test
    void everyEventIsWrittenAsItsSampleAndKeepsToItsSchema() {
        EVENTS.forEach(
                (name, type) -> {
                    CatalogEvent event =
                            EventJson.reader().treeToValue(contracts.samples().get(name), type);
                    contracts.assertProduces(name, event);
                    assertThat(event.type()).isEqualTo("catalog." + name);
                });
    }

    @Test
    void everySchemaSampleAndMessageHasItsRecord() {
        assertThat(contracts.schemas()).isEqualTo(EVENTS.keySet());
        assertThat(contracts.samples().keySet()).isEqualTo(EVENTS.keySet());
        String asyncapi = contracts.document("asyncapi.yaml");
        for (String name : EVENTS.keySet()) {
            assertThat(asyncapi).contains("name: org.oneseal.catalog." + name);
            assertThat(asyncapi).contains("events/v1/" + name + ".schema.json");
        }
        assertThat(CatalogEvent.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(EVENTS.values());
    }
}
