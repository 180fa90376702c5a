package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Verification;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.platform.web.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Facts come in by events; watches and cards follow, and people handle the cards. */
class SupervisionStory extends Story {

    private static final String COUNTY = "431103000000";
    private static final Contracts CONTRACTS = Contracts.of("supervision-service");

    SupervisionStory() {
        super(COUNTY);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        for (List<String> keys :
                List.of(
                        List.of("x"),
                        List.of("x", "y"),
                        List.of("+1000000000-12-31T23:59:59Z", "y"),
                        List.of("2026-03-02T02:00:00Z", "y", "z"))) {
            for (String list : List.of("/api/v1/cards", "/api/v1/watches")) {
                var answer = http.get(list + "?cursor=" + Page.encode(keys), supervisor());
                assertThat(answer.status()).as(answer.text()).isEqualTo(400);
                assertThat(answer.objections()).containsExactly("cursor-invalid");
            }
        }
    }

    @Test
    void a_case_is_watched_warned_corrected_and_called_to_account() {
        String id = "431103-story-1";
        accept(id, "2026-03-02T02:00:00Z");
        String watch = "/api/v1/watches/" + id + ".case";
        await().atMost(SOON).until(() -> http.get(watch, supervisor()).status() == 200);
        JsonNode explained = http.get(watch, supervisor()).json();
        assertThat(explained.at("/watch/promisedDue").asString()).startsWith("2026-03-09T09:00:00");
        assertThat(explained.at("/promisedDays").size()).isGreaterThan(5);

        clock.setTo(Instant.parse("2026-03-05T09:00:00Z"));
        awaitColours(id, "BLUE");
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitColours(id, "YELLOW", "BLUE");
        clock.setTo(Instant.parse("2026-04-30T00:00:00Z"));
        awaitColours(id, "RED", "YELLOW", "BLUE");

        String red = "/api/v1/cards/" + id + ".case.case-red-promise";
        JsonNode proof = http.get(red + "/proof", supervisor()).json();
        assertThat(proof.at("/holds").asBoolean()).isTrue();
        assertThat(proof.at("/rule/measure").asString()).isEqualTo("PROMISE_OVERDUE");
        assertThat(proof.at("/facts").size()).isEqualTo(1);
        assertThat(proof.at("/days").size()).isGreaterThan(5);

        for (Topics.Message message : topics.all("oneseal.supervision.v1")) {
            if (String.valueOf(message.headers().get("ce_type")).endsWith("card-issued")) {
                CONTRACTS.assertValid(
                        "card-issued",
                        tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(String.valueOf(message.value())));
            }
        }
    }

    @Test
    void a_card_is_acknowledged_appealed_and_reviewed_by_somebody_else() {
        String id = "431103-story-2";
        accept(id, "2026-03-02T02:00:00Z");
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitColours(id, "YELLOW", "BLUE");
        String card = "/api/v1/cards/" + id + ".case.case-yellow-promise";
        Map<String, String> reason = Map.of("reason", "原因说明");

        assertThat(http.post(card + "/acknowledgement", officer(), Map.of()).status())
                .isEqualTo(428);
        var answer = http.post(card + "/acknowledgement", officer(), Map.of(), "If-Match", "\"1\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(
                        http.post(
                                        card + "/acknowledgement",
                                        officer(),
                                        Map.of(),
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(409);
        assertThat(
                        http.post(card + "/appeal", officer(), Map.of(), "If-Match", "\"2\"")
                                .objections())
                .containsExactly("card-reason-missing");
        assertThat(http.post(card + "/appeal", supervisor(), reason, "If-Match", "\"2\"").status())
                .isEqualTo(403);
        assertThat(http.post(card + "/appeal", officer(), reason, "If-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(
                        http.post(
                                        card + "/revocation",
                                        supervisor(),
                                        reason,
                                        "If-Match",
                                        "\"3\"",
                                        "Idempotency-Key",
                                        "revoke-1")
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("REVOKED");
        var repeated =
                http.post(
                        card + "/revocation",
                        supervisor(),
                        reason,
                        "If-Match",
                        "\"3\"",
                        "Idempotency-Key",
                        "revoke-1");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(
                        http.post(card + "/closure", supervisor(), Map.of(), "If-Match", "\"4\"")
                                .status())
                .isEqualTo(200);
        assertThat(http.get(card, supervisor()).json().path("acts").size()).isEqualTo(4);

        // Whoever got it can show what was done with it, and whoever reads it that nothing is
        // missing.
        JsonNode history = http.get(card + "/evidence", officer()).json();
        assertThat(history.path("entries").valueStream().map(e -> e.path("type").asString()))
                .containsExactly(
                        "supervision.card-issued",
                        "supervision.card-acknowledged",
                        "supervision.card-appealed",
                        "supervision.card-revoked",
                        "supervision.card-closed");
        assertThat(flaws(history)).isEmpty();
        ((ArrayNode) history.path("entries")).remove(2);
        assertThat(flaws(history)).isNotEmpty();
        assertThat(http.get(card + "/evidence", stranger()).status()).isEqualTo(404);
    }

    /** As the offline verifier judges an export. */
    private static List<Finding> flaws(JsonNode export) {
        Evidence evidence =
                CanonicalJson.mapper()
                        .treeToValue(CanonicalJson.parse(export.toString()), Evidence.class);
        return Verification.of(evidence, List.of(), List.of(), List.of()).stream()
                .filter(Finding::isFlaw)
                .toList();
    }

    @Test
    void the_interface_is_the_published_one() {
        var answer = http.get("/api/v1/supervision/openapi.yaml", supervisor());
        assertThat(answer.status()).isEqualTo(200);
        CONTRACTS.assertCommittedApi(
                answer.text().replaceAll("(?m)^servers:\\n(- .*\\n|  .*\\n)+", ""));
    }
}
