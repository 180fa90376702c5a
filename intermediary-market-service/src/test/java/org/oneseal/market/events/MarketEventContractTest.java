package org.oneseal.market.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.DrawVerification;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

/** What this service sends is what it has published. */
class MarketEventContractTest {

    private static final Map<String, Class<? extends MarketEvent>> EVENTS =
            Map.ofEntries(
                    Map.entry("institution-applied", InstitutionApplied.class),
                    Map.entry("institution-admitted", InstitutionAdmitted.class),
                    Map.entry("institution-refused", InstitutionRefused.class),
                    Map.entry("institution-rescheduled", InstitutionRescheduled.class),
                    Map.entry("project-submitted", ProjectSubmitted.class),
                    Map.entry("project-returned", ProjectReturned.class),
                    Map.entry("project-published", ProjectPublished.class),
                    Map.entry("institution-signed-up", InstitutionSignedUp.class),
                    Map.entry("sign-up-extended", SignUpExtended.class),
                    Map.entry("sign-up-closed", SignUpClosed.class),
                    Map.entry("project-failed", ProjectFailed.class),
                    Map.entry("drawn", Drawn.class),
                    Map.entry("draw-voided", DrawVoided.class),
                    Map.entry("selection-confirmed", SelectionConfirmed.class),
                    Map.entry("selection-lapsed", SelectionLapsed.class),
                    Map.entry("selection-rescheduled", SelectionRescheduled.class),
                    Map.entry("commissioned", Commissioned.class),
                    Map.entry("result-delivered", ResultDelivered.class),
                    Map.entry("selection-rule-set", SelectionRuleSet.class));

    private final Contracts contracts = Contracts.of("intermediary-market-service");

    @Test
    void everyEventHasSchemaSampleAndChannel() {
        assertThat(new HashSet<Class<?>>(EVENTS.values())).containsExactlyInAnyOrder(permitted());
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

    @Test
    void theProofOfTheSampleIsRecomputed() {
        DrawProof proof =
                EventJson.reader()
                        .treeToValue(
                                Objects.requireNonNull(contracts.samples().get("drawn"))
                                        .path("proof"),
                                DrawProof.class);
        assertThat(
                        DrawVerification.of(proof, List.of(), null).stream()
                                .map(finding -> finding.code().name()))
                .containsExactly("VALUE_NOT_CHECKED", "NO_EARLIER_COPY");
    }

    private static Class<?>[] permitted() {
        return Stream.of(MarketEvent.class.getPermittedSubclasses())
                .flatMap(
                        kind ->
                                kind.isSealed()
                                        ? Stream.of(kind.getPermittedSubclasses())
                                        : Stream.of(kind))
                .toArray(Class<?>[]::new);
    }
}
