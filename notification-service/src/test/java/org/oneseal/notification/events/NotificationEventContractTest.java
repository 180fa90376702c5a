package org.oneseal.notification.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

/** What this service sends is what it has published. */
class NotificationEventContractTest {

    private static final Map<String, Class<? extends NotificationEvent>> EVENTS =
            Map.ofEntries(
                    Map.entry("delivered", MessageDelivered.class),
                    Map.entry("template-saved", TemplateSaved.class),
                    Map.entry("template-ended", TemplateEnded.class),
                    Map.entry("subscription-registered", SubscriptionRegistered.class),
                    Map.entry("subscription-paused", SubscriptionPaused.class),
                    Map.entry("subscription-resumed", SubscriptionResumed.class),
                    Map.entry("subscription-key-added", SubscriptionKeyAdded.class),
                    Map.entry("subscription-key-retired", SubscriptionKeyRetired.class),
                    Map.entry("subscription-replayed", SubscriptionReplayed.class),
                    Map.entry("subscription-ended", SubscriptionEnded.class),
                    Map.entry("template-drafted", TemplateDrafted.class),
                    Map.entry("consent-given", ConsentGiven.class),
                    Map.entry("consent-withdrawn", ConsentWithdrawn.class),
                    Map.entry("delivery-failed", DeliveryFailed.class));

    private final Contracts contracts = Contracts.of("notification-service");

    @Test
    void everyEventHasSchemaSampleAndChannel() {
        assertThat(EVENTS.values())
                .containsExactlyInAnyOrder(
                        classes(NotificationEvent.class.getPermittedSubclasses()));
        assertThat(contracts.schemas()).isEqualTo(new java.util.TreeSet<>(EVENTS.keySet()));
        for (String event : EVENTS.keySet()) {
            assertThat(contracts.document("asyncapi.yaml"))
                    .contains("org.oneseal.notification." + event)
                    .contains("./events/v1/" + event + ".schema.json");
        }
    }

    @Test
    void everyEventIsWrittenAsItsSample() {
        EVENTS.forEach(
                (name, type) -> {
                    NotificationEvent event =
                            EventJson.reader()
                                    .treeToValue(
                                            Objects.requireNonNull(contracts.samples().get(name)),
                                            type);
                    contracts.assertProduces(name, event);
                    assertThat(event.type()).isEqualTo("notification." + name);
                });
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends NotificationEvent>[] classes(Class<?>[] permitted) {
        return (Class<? extends NotificationEvent>[]) permitted;
    }
}
