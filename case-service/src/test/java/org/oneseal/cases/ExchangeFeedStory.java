package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** Department systems feed their cases over HTTP; each event has its own answer, as by topic. */
@PlatformTest
class ExchangeFeedStory extends Exchanging {

    @Test
    void aBatchOverHttpIsAnsweredEventByEvent() {
        String source = register();
        List<Map<String, Object>> batch =
                List.of(
                        event(source, "e-1", 1, "received", received()),
                        event(source, "e-1", 3, "finished", Map.of("result", "6")),
                        event(source, "e-2", 1, "received", Map.of("department", "Tax")),
                        event(source, "e-1", 1, "received", received()));
        Answer answer =
                http.post(
                        FEEDS,
                        system(source),
                        batch,
                        "Content-Type",
                        "application/cloudevents-batch+json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(outcomes(answer))
                .containsExactly("ACCEPTED", "WAITING", "REJECTED", "DUPLICATE");
        assertThat(answer.json().at("/events/1/expected").asLong()).isEqualTo(2);
        assertThat(answer.json().at("/events/2/reasons/0/code").asString())
                .isEqualTo("feed-department-not-registered");
        assertThat(answer.json().at("/events/2/reasons/0/message").asString()).contains("Tax");

        Answer waiting = http.get("/api/v1/exchange/waiting?source=" + source, operator());
        assertThat(waiting.json().at("/items/0/expected").asLong()).isEqualTo(2);
        assertThat(outcomes(feed(source, event(source, "e-1", 2, "step", Map.of("activity", "x")))))
                .containsExactly("ACCEPTED");
        assertThat(books(source).path("finished").asLong()).isEqualTo(1);
        assertThat(books(source).path("waiting").asLong()).isZero();
    }

    @Test
    void bothPathsTellTheSame() {
        String source = register();
        Map<String, Object> received = event(source, "f-1", 1, "received", received());
        feed(source, received);
        send(source, received);

        await().untilAsserted(
                        () -> assertThat(books(source).path("duplicates").asLong()).isEqualTo(1));
        assertThat(books(source).path("conflicts").asLong()).isZero();
        assertThat(books(source).path("messages").asLong()).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        String source = register();
        List<Map<String, Object>> batch = List.of(event(source, "g-1", 1, "received", received()));
        String key = UUID.randomUUID().toString();
        Answer first = http.post(FEEDS, system(source), batch, "Idempotency-Key", key);
        Answer again = http.post(FEEDS, system(source), batch, "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(books(source).path("duplicates").asLong()).isZero();
    }

    @Test
    void aBodyThatNamesAnotherSourceIsRefusedWhole() {
        String honest = register();
        String forger = register();
        Answer answer =
                http.post(
                        FEEDS,
                        system(forger),
                        List.of(
                                event(forger, "h-1", 1, "received", received()),
                                event(honest, "h-2", 1, "received", received())));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.objections()).containsExactly("feed-source-forged");
        for (String source : List.of(honest, forger)) {
            assertThat(books(source).path("cases").asLong()).isZero();
            assertThat(books(source).path("rejected").asLong()).isZero();
        }
    }

    @Test
    void aSystemThatIsNotRegisteredFeedsNothing() {
        String token = tokens.of(Role.DEPARTMENT_SYSTEM).client("department-system-nobody").mint();
        Answer answer = http.post(FEEDS, token, List.of(Map.of("type", "x")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.objections()).containsExactly("feed-source-unregistered");
    }

    @Test
    void overTheQuotaHttpSaysWhenToComeBack() {
        String source = register(fresh(), Map.of("quotaPerMinute", 1));
        Map<String, Object> received = event(source, "k-1", 1, "received", received());
        assertThat(feed(source, received).status()).isEqualTo(200);
        Answer refused =
                http.post(
                        FEEDS,
                        system(source),
                        List.of(event(source, "k-2", 1, "received", received())));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(Objects.requireNonNull(refused.header("Retry-After"))))
                .isBetween(1L, 61L);
        assertThat(books(source).path("cases").asLong()).isEqualTo(1);
    }

    @Test
    void bothSidesCanCompareByDay() throws Exception {
        String source = register();
        feed(
                source,
                event(source, "n-2", 1, "received", received()),
                event(source, "n-1", 1, "received", received()),
                event(source, "n-1", 2, "finished", Map.of("result", "6")));
        JsonNode days =
                http.get("/api/v1/exchange/reconciliations/days?source=" + source, operator())
                        .json()
                        .path("items");
        long ms = START.toEpochMilli();
        String lines =
                String.join(
                        "\n",
                        "n-1/1/received/" + (ms + 60_000),
                        "n-1/2/finished/" + (ms + 120_000),
                        "n-2/1/received/" + (ms + 60_000));
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest(lines.getBytes(StandardCharsets.UTF_8));
        assertThat(days).hasSize(1);
        assertThat(days.get(0).path("messages").asLong()).isEqualTo(3);
        assertThat(days.get(0).path("checksum").asString())
                .isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }
}
