package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a story of the district sees and does: lists over HTTP, and what the topics say. */
class OpeningDistrict {

    static final String DISTRICT = "431103000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(DISTRICT).mint();
    }

    String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    String citizen() {
        return tokens.of(Role.APPLICANT).party("431103-01kb0000000000000000000001").mint();
    }

    Http.Answer importItems(String csv, boolean dryRun) {
        Http.Answer answer =
                http.post(
                        "/api/v1/items/imports?region=" + DISTRICT + "&dryRun=" + dryRun,
                        editor(),
                        csv,
                        "Content-Type",
                        "text/csv;charset=UTF-8");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    List<String> names(String path) {
        return http.get(
                        path.replace(" ", "%20") + (path.contains("?") ? "&" : "?") + "limit=200",
                        citizen())
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    static List<String> codes(JsonNode objections) {
        return objections.valueStream().map(o -> o.path("code").asString()).toList();
    }

    List<Topics.Message> messages(String topic) {
        return topics.all(topic);
    }

    Set<String> keys(String topic) {
        Set<String> keys = new TreeSet<>();
        messages(topic).forEach(m -> keys.add(String.valueOf(m.key())));
        return keys;
    }

    JsonNode last(String topic, String key) {
        return messages(topic).stream()
                .filter(m -> key.equals(m.key()))
                .reduce((_, later) -> later)
                .map(OpeningDistrict::json)
                .orElseGet(() -> EventJson.reader().createObjectNode());
    }

    static JsonNode json(Topics.Message message) {
        return EventJson.reader().readTree(String.valueOf(message.value()));
    }
}
