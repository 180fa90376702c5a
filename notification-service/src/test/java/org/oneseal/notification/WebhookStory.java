package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.notification.SubscribingSystem.NOW;
import static org.oneseal.notification.SubscribingSystem.newCase;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** A department's system that is told what happens, of its own cases and in their order. */
@PlatformTest
class WebhookStory extends ReachableService {

    @AutoClose private SubscribingSystem system;

    @BeforeEach
    void aSystemOnATuesday() {
        system = new SubscribingSystem(http, tokens, topics, clock, jdbc);
    }

    @Test
    void aDepartmentIsToldOfItsOwnCasesInOrderAndKnowsByWhom() {
        String id = system.subscribe();
        String first = "case-甲 " + UUID.randomUUID();
        for (int i = 1; i <= 20; i++) system.happens(first, i);
        system.happens("431103-OTHER", newCase(), 1, Map.of());

        await().until(() -> system.receiver.effects.size() == 20);
        assertThat(system.receiver.calls).extracting(Receiver.Call::key).containsOnly(first);
        assertThat(system.receiver.calls)
                .extracting(Receiver.Call::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(system.receiver.refusals).isEmpty();
        JsonNode view = system.view(id);
        assertThat(view.path("state").asString()).isEqualTo("ACTIVE");
        await().untilAsserted(
                        () ->
                                assertThat(system.view(id).path("health").path("open").asInt())
                                        .isZero());
        assertThat(view.toString()).doesNotContain("secret");
    }

    @Test
    void structuredModeCarriesTheSame() {
        system.subscribe("STRUCTURED");
        system.happens(newCase(), 1);
        await().until(() -> system.receiver.effects.size() == 1);
        JsonNode event = EventJson.reader().readTree(system.receiver.calls.element().body());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("org.oneseal.cases.step-completed");
        assertThat(event.path("data").path("note").asString()).isEqualTo("致电 138*****678");
    }

    @Test
    void everythingComesOnceMoreFromAPointOn() {
        String id = system.subscribe();
        system.happens(newCase(), 1);
        await().until(() -> system.receiver.calls.size() == 1);
        String cursor = http.get("/api/v1/feed", system.token()).json().path("cursor").asString();
        clock.advance(Duration.ofHours(1));
        String key = newCase();
        system.happens(key, 1);
        system.happens(key, 2);
        await().until(() -> system.receiver.calls.size() == 3);

        assertThat(system.change(id, "replay", Map.of("cursor", cursor)).status()).isEqualTo(200);
        await().until(() -> system.receiver.calls.size() == 5);
        assertThat(
                        system.change(id, "replay", Map.of("since", NOW.minusSeconds(1).toString()))
                                .status())
                .isEqualTo(200);
        await().until(() -> system.receiver.calls.size() == 8);
        assertThat(system.receiver.effects).hasSize(3);
        assertThat(system.change(id, "replay", Map.of()).objections())
                .containsExactly("webhook-replay-point-invalid");
        assertThat(system.change(id, "replay", Map.of("cursor", "%%%")).objections())
                .containsExactly("webhook-replay-point-invalid");
    }

    @Test
    void aPausedSubscriptionIsToldLaterAndAnEndedOneNeverAgain() {
        String id = system.subscribe();
        assertThat(system.change(id, "pause", null).status()).isEqualTo(200);
        assertThat(system.change(id, "pause", null).objections())
                .containsExactly("webhook-paused-already");
        system.happens(newCase(), 1);
        system.awaitLogged(1);
        assertThat(system.receiver.calls).isEmpty();
        assertThat(system.change(id, "resume", null).status()).isEqualTo(200);
        await().until(() -> system.receiver.effects.size() == 1);
        assertThat(system.change(id, "end", null).status()).isEqualTo(200);
        assertThat(system.change(id, "resume", null).objections()).containsExactly("webhook-ended");
        system.happens(newCase(), 1);
        system.awaitLogged(2);
        assertThat(system.receiver.calls).hasSize(1);
    }
}
