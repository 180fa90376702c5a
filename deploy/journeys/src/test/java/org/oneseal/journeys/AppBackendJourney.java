package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who acts for whom: an app's back end for a citizen, and nobody for another department. */
@PlatformJourney
@Order(4)
class AppBackendJourney {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();

    AppBackendJourney(World world) {
        this.world = world;
    }

    @Test
    void anAppsBackEndActsForACitizenAndIsNamedInTheEvidence() {
        Desk desk = world.desk();
        String id = String.valueOf(world.licence().get("case"));
        JsonNode claims = claims(desk.token(desk.citizenInApp("chen")));
        assertThat(claims.path("azp").asString()).isEqualTo("app-backend");
        assertThat(claims.path("party").asString()).isNotEmpty();
        assertThat(claims.at("/realm_access/roles").toString()).doesNotContain("clerk");

        JsonNode evidence =
                desk.get(desk.officer("chief"), "/api/v1/cases/" + id + "/evidence").ok();
        JsonNode submitted = evidence.at("/entries/0");
        assertThat(submitted.path("type").asString()).isEqualTo("cases.submitted");
        JsonNode actor = submitted.path("actor");
        assertThat(actor.path("client").asString()).isEqualTo("app-backend");
        assertThat(actor.path("id").asString()).isEqualTo(claims.path("sub").asString());
        assertThat(actor.path("party").asString())
                .as("the party acted for: the firm")
                .isEqualTo(submitted.path("party").asString())
                .isNotEqualTo(claims.path("party").asString());
        Set<String> hands = new TreeSet<>();
        for (JsonNode entry : evidence.path("entries")) {
            hands.add(entry.at("/actor/id").asString());
        }
        assertThat(hands).as("people who had a hand in it").hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void anOfficersTokenCannotBeExchanged() {
        String officer = world.desk().token(world.desk().officer("officer"));

        HttpResponse<String> answer = exchange(officer, "app-backend");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 403);
        assertThat(answer.body()).doesNotContain("access_token\"");
    }

    @Test
    void noOtherClientExchangesACitizensToken() {
        HttpResponse<String> citizen =
                token(
                        Map.of(
                                "grant_type", "password",
                                "client_id", "citizen-app",
                                "username", "chen",
                                "password", world.platform().demoPassword()));
        String token = json(citizen).path("access_token").asString();
        assertThat(token).isNotEmpty();

        assertThat(exchange(token, "demo-desk").statusCode()).isBetween(400, 403);
        assertThat(exchange(token, "department-system-wabo").statusCode()).isBetween(400, 403);
        assertThat(exchange(token, "app-backend").statusCode()).isEqualTo(200);
    }

    @Test
    void noHeaderMakesAnIdentity() {
        HttpRequest request =
                HttpRequest.newBuilder(
                                world.platform()
                                        .address(Part.GATEWAY)
                                        .resolve("/api/v1/cases?limit=1"))
                        .header("X-Forwarded-User", "chief")
                        .header("X-User", "chief")
                        .header("X-Roles", "platform-operator")
                        .build();
        HttpResponse<String> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void whoHoldsNoMandateActsForNobody() {
        Desk desk = world.desk();
        String id = String.valueOf(world.licence().get("case"));
        String firm =
                desk.get(desk.officer("chief"), "/api/v1/cases/" + id)
                        .ok()
                        .path("party")
                        .asString();
        var stranger = desk.officer("institution");
        assertThat(desk.get(stranger, "/api/v1/cases/" + id).status()).isEqualTo(404);
        assertThat(desk.get(stranger, "/api/v1/cases/" + id, "On-Behalf-Of", firm).status())
                .isEqualTo(403);
    }

    @Test
    void aSourceWritesNoOthersTopic() {
        Map<String, Object> settings = new HashMap<>(world.platform().kafkaAsSource("wabo"));
        settings.put("max.block.ms", 15_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String topic :
                    List.of(
                            "oneseal.exchange.in.431103-feed.v1",
                            "oneseal.cases.v1",
                            "oneseal.catalog.items.v1")) {
                assertThatExceptionOfType(ExecutionException.class)
                        .as(topic)
                        .isThrownBy(
                                () -> producer.send(new ProducerRecord<>(topic, "k", "{}")).get())
                        .withCauseInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    private HttpResponse<String> exchange(String subject, String client) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("subject_token", subject);
        form.put("client_id", client);
        form.put("client_secret", world.platform().clientSecret(client));
        return token(form);
    }

    private HttpResponse<String> token(Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        world.platform().issuer()
                                                + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
