package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of what department systems feed, each with sources of its own. */
abstract class Exchanging {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String FEEDS = "/api/v1/exchange/feeds";
    static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;

    static String fresh() {
        return "s-" + UUID.randomUUID().toString().substring(0, 12);
    }

    final String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    final String system(String source) {
        return tokens.of(Role.DEPARTMENT_SYSTEM).client("department-system-" + source).mint();
    }

    final String register() {
        return register(fresh(), Map.of());
    }

    final String register(String source, Map<String, Object> more) {
        Answer answer =
                http.post("/api/v1/exchange/sources", operator(), registration(source, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return source;
    }

    static Map<String, Object> registration(String source, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", source);
        body.put("name", Map.of("zh", "环境许可系统", "en", "Environmental permits"));
        body.put("region", District.REGION);
        body.put("departments", departments("General"));
        body.put("calendar", "instants-only");
        body.putAll(more);
        return body;
    }

    static List<Object> departments(String... names) {
        return List.of(Map.of("code", "431103-HJ", "names", List.of(names)));
    }

    static Map<String, Object> received() {
        return Map.of(
                "department",
                "General",
                "channel",
                "Internet",
                "declaredDue",
                START.plus(Duration.ofDays(10)).toString());
    }

    static Map<String, Object> event(
            String source,
            String sourceCase,
            long sequence,
            String type,
            Map<String, Object> data) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.put("sourceCase", sourceCase);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", sourceCase + "/" + sequence);
        event.put("type", "org.oneseal.exchange." + type);
        event.put("source", source);
        event.put("subject", sourceCase);
        event.put("time", START.plusSeconds(60 * sequence).toString());
        event.put("sequence", sequence);
        event.put("data", all);
        return event;
    }

    final Answer feed(String source, Object... events) {
        Answer answer = http.post(FEEDS, system(source), List.of(events));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** The same event on the topic of a source, which need not be the one it names. */
    final void send(String topicOf, Map<String, Object> event) {
        ProducerRecord<String, byte @Nullable []> message =
                new ProducerRecord<>(
                        topic(topicOf),
                        String.valueOf(event.get("subject")),
                        JSON.writeValueAsBytes(event.get("data")));
        event.forEach(
                (name, value) -> {
                    if (name.equals("data")) return;
                    message.headers()
                            .add(
                                    "ce_" + name,
                                    String.valueOf(value).getBytes(StandardCharsets.UTF_8));
                });
        topics.send(message);
    }

    static String topic(String source) {
        return "oneseal.exchange.in." + source + ".v1";
    }

    final JsonNode books(String source) {
        Answer answer = http.get("/api/v1/exchange/reconciliations?source=" + source, operator());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    final JsonNode rejections(String source) {
        return http.get("/api/v1/exchange/rejections?source=" + source, operator())
                .json()
                .path("items");
    }

    final List<Topics.Message> eventsOf(String key) {
        return topics.all("oneseal.cases.v1").stream().filter(m -> key.equals(m.key())).toList();
    }

    static String header(Topics.Message message, String name) {
        return Objects.requireNonNull(message.headers().get(name));
    }

    static List<String> outcomes(Answer answer) {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode event : answer.json().path("events")) {
            outcomes.add(event.path("outcome").asString());
        }
        return outcomes;
    }
}
