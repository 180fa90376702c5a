package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.notification.SubscribingSystem.newCase;

import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.notification.webhooks.DispatchWebhooks;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Replica;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Several processes tell the same systems: each event once, in order, and none is left by the dead.
 */
@PlatformTest
class WebhookDispatchersStory extends ReachableService {

    @Autowired ApplicationContext context;

    @AutoClose private SubscribingSystem system;

    @BeforeEach
    void aSystemOnATuesday() {
        system = new SubscribingSystem(http, tokens, topics, clock, jdbc);
    }

    @Test
    void whatADyingProcessHeldIsSentByAnotherWhenTheLeaseEnds() {
        String id = system.subscribe();
        system.receiver.answer = _ -> 500;
        system.happens(newCase(), 1);
        await().until(
                        () ->
                                system.receiver.calls.size() == 1
                                        && system.health(id, "failures") == 1);
        // as a killed process leaves it: leased, nobody sending
        jdbc.update(
                "UPDATE webhook_lanes SET lease = 'dead', due_at = ? WHERE webhook = ?",
                Timestamp.from(clock.instant().plus(DispatchWebhooks.LEASE)),
                id);
        system.receiver.answer = _ -> 200;
        clock.advance(DispatchWebhooks.LEASE.dividedBy(2));
        system.happens("other-" + UUID.randomUUID(), 1);
        await().until(() -> system.receiver.effects.size() == 1);
        assertThat(system.receiver.calls).hasSize(2);
        clock.advance(DispatchWebhooks.LEASE);
        await().until(() -> system.receiver.effects.size() == 2);
    }

    @Test
    void twoDispatchersAtOnceSendEachEventOnceAndInOrder() {
        Map<String, Object> settings =
                Map.of(
                        "ONESEAL_WEBHOOK_HOSTS",
                        "http://127.0.0.1:*",
                        "ONESEAL_WEBHOOK_NETWORKS",
                        "127.0.0.0/8",
                        "oneseal.notification.webhooks.beat",
                        "50ms");
        try (var other = Replica.of(NotificationApplication.class, context, settings)) {
            assertThat(other.isRunning()).isTrue();
            String id = system.subscribe();
            for (int i = 1; i <= 10; i++) {
                for (int key = 0; key < 20; key++) {
                    system.happens("two-" + system.department + key, i);
                }
            }
            await().atMost(Patience.SOON).until(() -> system.receiver.effects.size() == 200);
            await().until(() -> system.health(id, "open") == 0);
            assertThat(system.receiver.calls).hasSize(200);
            system.assertOrderPerKey();
        }
    }
}
