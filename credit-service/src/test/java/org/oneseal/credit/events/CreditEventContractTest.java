package org.oneseal.credit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

/** What this service sends is what it has published. */
class CreditEventContractTest {

    private static final Map<String, Class<? extends CreditEvent>> EVENTS =
            Map.ofEntries(
                    Map.entry("record-opened", RecordOpened.class),
                    Map.entry("record-published", RecordPublished.class),
                    Map.entry("record-withheld", RecordWithheld.class),
                    Map.entry("record-rescheduled", RecordRescheduled.class),
                    Map.entry("restrictions-changed", RestrictionsChanged.class),
                    Map.entry("record-corrected", RecordCorrected.class),
                    Map.entry("listing-proposed", ListingProposed.class),
                    Map.entry("listing-noticed", ListingNoticed.class),
                    Map.entry("statement-given", StatementGiven.class),
                    Map.entry("listing-dismissed", ListingDismissed.class),
                    Map.entry("subject-listed", SubjectListed.class),
                    Map.entry("dispute-raised", DisputeRaised.class),
                    Map.entry("dispute-answered", DisputeAnswered.class),
                    Map.entry("listing-corrected", ListingCorrected.class),
                    Map.entry("repair-applied", RepairApplied.class),
                    Map.entry("repair-granted", RepairGranted.class),
                    Map.entry("repair-refused", RepairRefused.class),
                    Map.entry("subject-delisted", SubjectDelisted.class));

    private final Contracts contracts = Contracts.of("credit-service");

    @Test
    void everyEventHasSchemaSampleAndChannel() {
        assertThat(new ArrayList<Class<?>>(EVENTS.values()))
                .containsExactlyInAnyOrderElementsOf(leaves(CreditEvent.class));
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

    private static List<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) return List.of(type);
        return Arrays.stream(permitted).flatMap(t -> leaves(t).stream()).toList();
    }
}
