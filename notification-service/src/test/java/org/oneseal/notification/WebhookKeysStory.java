package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.notification.SubscribingSystem.PATH;
import static org.oneseal.notification.SubscribingSystem.base64;
import static org.oneseal.notification.SubscribingSystem.newCase;
import static org.oneseal.notification.SubscribingSystem.secret;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.PlatformTest;

/** What a department's system is told is signed, by keys that change without a gap. */
@PlatformTest
class WebhookKeysStory extends ReachableService {

    @AutoClose private SubscribingSystem system;

    @BeforeEach
    void aSystemOnATuesday() {
        system = new SubscribingSystem(http, tokens, topics, clock, jdbc);
    }

    @Test
    void wrongSignaturesAreRefusedAndKeysChangeWithoutAGap() {
        String id = system.subscribe();
        byte[] old = Objects.requireNonNull(system.receiver.keys.remove("k1"));
        byte[] forged = old.clone();
        forged[0] ^= 1;
        system.receiver.keys.put("k1", forged);
        system.happens(newCase(), 1);
        await().until(() -> system.receiver.refusals.size() == 1);
        assertThat(system.receiver.effects).isEmpty();
        await().until(() -> system.dead(id).size() == 1);
        system.receiver.keys.put("k1", old);
        http.post(PATH + "/" + id + "/dead-letters/retry", system.token(), null);
        await().until(() -> system.receiver.effects.size() == 1);

        byte[] fresh = secret();
        var added = system.change(id, "keys", Map.of("keyId", "k2", "secret", base64(fresh)));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(
                        system.change(id, "keys", Map.of("keyId", "k3", "secret", base64(secret())))
                                .objections())
                .contains("webhook-keys-too-many");
        system.happens(newCase(), 1);
        await().until(() -> system.receiver.effects.size() == 2);
        system.receiver.keys.remove("k1");
        system.receiver.keys.put("k2", fresh);
        system.happens(newCase(), 1);
        await().until(() -> system.receiver.effects.size() == 3);
        assertThat(system.change(id, "keys/k1/retire", null).status()).isEqualTo(200);
        assertThat(system.change(id, "keys/k2/retire", null).objections())
                .contains("webhook-key-last");
        assertThat(system.change(id, "keys/k9/retire", null).status()).isEqualTo(404);
        system.happens(newCase(), 1);
        await().until(() -> system.receiver.effects.size() == 4);
        assertThat(
                        jdbc.queryForList(
                                "SELECT keys::text FROM webhooks WHERE id = ?", String.class, id))
                .noneMatch(stored -> stored.contains(base64(fresh)));
    }
}
