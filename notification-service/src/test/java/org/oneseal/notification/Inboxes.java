package org.oneseal.notification;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens to the cases of parties, and what the parties find in their inboxes. */
record Inboxes(Http http, Tokens tokens, Topics topics) {

    static final String PATH = "/api/v1/messages";
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    static String party() {
        return "431103-" + UUID.randomUUID();
    }

    String applicant(String party) {
        return tokens.of(Role.APPLICANT).party(party).mint();
    }

    /** What the case service publishes as a sample of an event. */
    static ObjectNode sample(String event) {
        return (ObjectNode)
                Objects.requireNonNull(Contracts.of("case-service").samples().get(event))
                        .deepCopy();
    }

    void happens(String caseId, String event, long sequence, String party, ObjectNode data) {
        happens(caseId, event, sequence, party, data, NOW.plusSeconds(sequence));
    }

    void happens(
            String caseId, String event, long sequence, String party, ObjectNode data, Instant at) {
        ObjectNode about = (ObjectNode) Objects.requireNonNull(data.get("case"));
        about.put("caseId", caseId).put("party", party);
        topics.send(
                "oneseal.cases.v1",
                caseId,
                "org.oneseal.cases." + event,
                sequence,
                at,
                about.path("region").asString(),
                "431103-SJ",
                data);
    }

    List<JsonNode> of(String party, String language) {
        return http.get(PATH + "?limit=200", applicant(party), "Accept-Language", language)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The latest message of a party that had none. */
    JsonNode awaitOne(String party) {
        return awaitFirst(applicant(party));
    }

    JsonNode awaitFirst(String reader) {
        return await().until(() -> first(http.get(PATH, reader)), Objects::nonNull);
    }

    private static @Nullable JsonNode first(Http.Answer answer) {
        return answer.json().path("items").get(0);
    }

    /** A region's own words for a withdrawal, for a time. */
    static Map<String, Object> words(String region, Instant from) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("kind", "case-withdrawn");
        words.put("region", region);
        words.put("effectiveFrom", from.toString());
        words.put("effectiveTo", null);
        words.put("titleZh", "申请已撤回");
        words.put("bodyZh", "{itemName}");
        words.put("titleEn", "Application withdrawn");
        words.put("bodyEn", "{itemName}");
        return words;
    }
}
