package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer who is appointed in the catalog can log in and is who the catalog says. */
@PlatformJourney
@Order(4)
class ProvisioningJourney {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USERNAME = "new-officer";
    private static final String DEPARTMENT = "431103-HJ";
    private static final String OFFICERS = "/api/v1/departments/" + DEPARTMENT + "/officers";

    private final World world;
    private final Desk desk;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI users;

    ProvisioningJourney(World world) {
        this.world = world;
        this.desk = world.desk();
        this.users =
                URI.create(
                        world.platform().issuer().toString().replace("/realms/", "/admin/realms/")
                                + "/users");
        world.licence();
    }

    @Test
    void whoIsAppointedCanLogInWithTheRoleAndTheDepartment() throws Exception {
        var operator = desk.officer("operator");
        assertThat(
                        desk.post(
                                        operator,
                                        OFFICERS,
                                        Map.of(
                                                "username", USERNAME,
                                                "name", "欧阳新",
                                                "role", "case-officer"))
                                .status())
                .isEqualTo(201);
        await().atMost(World.SOON)
                .untilAsserted(() -> assertThat(account(operator)).containsEntry("state", "DONE"));

        choosePassword();

        String token = desk.token(desk.officer(USERNAME));
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.path("department").asString()).isEqualTo(DEPARTMENT);
        assertThat(claims.path("region").asString()).isEqualTo(World.REGION);
        assertThat(claims.at("/realm_access/roles").toString())
                .contains("case-officer")
                .doesNotContain("chief-approver", "platform-operator");
        String ours = "/api/v1/cases/" + world.licence().get("case");
        assertThat(desk.get(desk.officer(USERNAME), ours).status()).isEqualTo(200);
        Map<String, String> friend =
                Map.of("username", "a-friend", "name", "友人", "role", "chief-approver");
        assertThat(desk.post(desk.officer(USERNAME), OFFICERS, friend).status()).isEqualTo(403);
    }

    private Map<String, Object> account(Desk.Person operator) {
        for (JsonNode officer : desk.get(operator, OFFICERS).ok().path("items")) {
            if (officer.path("username").asString().equals(USERNAME)) {
                return Map.of(
                        "state", officer.at("/account/state").asString(),
                        "reason", officer.at("/account/reason").asString(""));
            }
        }
        return Map.of();
    }

    /** What the person does at the first login, here by Keycloak's own interface. */
    private void choosePassword() throws Exception {
        JsonNode found = JSON.readTree(admin("GET", "?exact=true&username=" + USERNAME, ""));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("requiredActions").toString()).contains("UPDATE_PASSWORD");
        String id = found.get(0).path("id").asString();
        admin(
                "PUT",
                "/" + id + "/reset-password",
                JSON.writeValueAsString(
                        Map.of(
                                "type",
                                "password",
                                "value",
                                world.platform().demoPassword(),
                                "temporary",
                                false)));
        var user = ((tools.jackson.databind.node.ObjectNode) found.get(0)).deepCopy();
        user.set("requiredActions", JSON.valueToTree(List.of()));
        admin("PUT", "/" + id, user.toString());
    }

    private String admin(String method, String path, String body) throws Exception {
        String token =
                desk.token(
                        new Desk.Person(
                                "oneseal-services",
                                Map.of("grant_type", "client_credentials"),
                                "oneseal-services"));
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(users + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        HttpRequest.BodyPublishers.ofString(
                                                body, StandardCharsets.UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body();
    }
}
