package org.oneseal.catalog.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

class ContractTest {

    private static final Map<String, Class<? extends CatalogEvent>> EVENTS =
            Map.ofEntries(
                    Map.entry("item-published", ItemPublished.class),
                    Map.entry("item-suspended", ItemSuspended.class),
                    Map.entry("item-cancelled", ItemCancelled.class),
                    Map.entry("item-edited", ItemEdited.class),
                    Map.entry("item-effective", ItemEffective.class),
                    Map.entry("delegation-granted", DelegationGranted.class),
                    Map.entry("delegation-prepared", DelegationPrepared.class),
                    Map.entry("delegation-followed-up", DelegationFollowedUp.class),
                    Map.entry("delegation-taken-over", DelegationTakenOver.class),
                    Map.entry("delegation-revoked", DelegationRevoked.class),
                    Map.entry("delegation-ended", DelegationEnded.class),
                    Map.entry("package-published", PackagePublished.class),
                    Map.entry("package-withdrawn", PackageWithdrawn.class),
                    Map.entry("package-edited", PackageEdited.class),
                    Map.entry("package-effective", PackageEffective.class),
                    Map.entry("power-published", PowerPublished.class),
                    Map.entry("power-suspended", PowerSuspended.class),
                    Map.entry("power-cancelled", PowerCancelled.class),
                    Map.entry("power-edited", PowerEdited.class),
                    Map.entry("register-edited", RegisterEdited.class),
                    Map.entry("data-resource-edited", DataResourceEdited.class),
                    Map.entry("data-demand-edited", DataDemandEdited.class),
                    Map.entry("calendar-published", CalendarPublished.class),
                    Map.entry("region-listed", RegionListed.class),
                    Map.entry("department-listed", DepartmentListed.class));

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
