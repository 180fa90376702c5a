package org.oneseal.catalog.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.IdentityProvider.Refused;
import org.oneseal.catalog.departments.Officer;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;

/** Against a stand-in that answers the few requests of Keycloak's admin interface that are made. */
class KeycloakAccountsTest {

    private static final RegionCode REGION = new RegionCode("431103000000");
    private static final Officer OFFICER =
            new Officer("wang.min", "王敏", Role.WINDOW_CLERK, "431103-WJ", REGION);
    private static final Department DEPARTMENT =
            new Department(
                    "431103-WJ",
                    "卫生健康局",
                    new UnifiedSocialCreditCode("11431103YYYY000121"),
                    REGION,
                    null,
                    true,
                    1);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String user = "";
    private volatile String group = "";
    private volatile int createStatus = 201;
    private HttpServer server = start();

    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            started.createContext("/", this::answer);
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void empty() {
        requests.clear();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anOfficerGetsAnAccountWithRegionDepartmentAndRole() {
        accounts().provision(OFFICER);
        assertThat(requests)
                .anyMatch(
                        r ->
                                r.startsWith("POST /admin/realms/oneseal/users ")
                                        && r.contains("\"username\":\"wang.min\"")
                                        && r.contains("\"lastName\":\"王\"")
                                        && r.contains("\"firstName\":\"敏\"")
                                        && r.contains("\"region\":[\"431103000000\"]")
                                        && r.contains("\"department\":[\"431103-WJ\"]")
                                        && r.contains("\"groups\":[\"/431103-WJ\"]")
                                        && r.contains("UPDATE_PASSWORD"))
                .anyMatch(
                        r ->
                                r.startsWith(
                                                "POST /admin/realms/oneseal/users/u1/role-mappings/realm ")
                                        && r.contains("window-clerk"));
    }

    @Test
    void askedAgainItMakesNoSecondAccount() {
        KeycloakAccounts accounts = accounts();
        accounts.provision(OFFICER);
        accounts.provision(OFFICER);
        assertThat(requests)
                .filteredOn(r -> r.startsWith("POST /admin/realms/oneseal/users "))
                .hasSize(1);
    }

    @Test
    void anAccountOfAnotherDepartmentIsNotTakenOver() {
        user =
                """
                [{"id":"u1","username":"wang.min","attributes":{"region":["431102000000"],"department":["431102-GA"]}}]
                """;
        assertThatThrownBy(() -> accounts().provision(OFFICER)).isInstanceOf(Refused.class);
        assertThat(requests).noneMatch(r -> r.startsWith("POST /admin"));
    }

    @Test
    void aDepartmentBecomesAGroupOnce() {
        KeycloakAccounts accounts = accounts();
        accounts.provision(DEPARTMENT);
        group =
                """
                [{"id":"g1","name":"431103-WJ"}]
                """;
        accounts.provision(DEPARTMENT);
        assertThat(requests)
                .filteredOn(r -> r.startsWith("POST /admin/realms/oneseal/groups "))
                .hasSize(1);
    }

    @Test
    void badDataIsFinalAndTroubleIsNot() {
        createStatus = 400;
        assertThatThrownBy(() -> accounts().provision(OFFICER)).isInstanceOf(Refused.class);
        createStatus = 503;
        assertThatThrownBy(() -> accounts().provision(OFFICER)).isNotInstanceOf(Refused.class);
        server.stop(0);
        assertThatThrownBy(() -> accounts().provision(OFFICER)).isNotInstanceOf(Refused.class);
        server = start();
    }

    @Test
    void withoutAddressOrSecretItIsNotConfigured() {
        assertThat(properties("", "s").isComplete()).isFalse();
        assertThat(properties("http://localhost", "").isComplete()).isFalse();
    }

    private KeycloakAccounts accounts() {
        return new KeycloakAccounts(
                properties("http://127.0.0.1:" + server.getAddress().getPort(), "secret"));
    }

    private static KeycloakProperties properties(String url, String secret) {
        return new KeycloakProperties(
                url,
                "oneseal",
                "oneseal-services",
                secret,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " " + path;
        requests.add(request + " " + body);
        switch (request) {
            case "POST /realms/oneseal/protocol/openid-connect/token" ->
                    send(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}");
            case "GET /admin/realms/oneseal/users" ->
                    send(exchange, 200, user.isEmpty() ? "[]" : user);
            case "POST /admin/realms/oneseal/users" -> {
                if (createStatus == 201) {
                    user =
                            """
                            [{"id":"u1","username":"wang.min",
                              "attributes":{"region":["431103000000"],"department":["431103-WJ"]}}]
                            """;
                }
                send(exchange, createStatus, "");
            }
            case "GET /admin/realms/oneseal/roles/window-clerk" ->
                    send(exchange, 200, "{\"id\":\"r1\",\"name\":\"window-clerk\"}");
            case "POST /admin/realms/oneseal/users/u1/role-mappings/realm" ->
                    send(exchange, 204, "");
            case "GET /admin/realms/oneseal/groups" ->
                    send(exchange, 200, group.isEmpty() ? "[]" : group);
            case "POST /admin/realms/oneseal/groups" -> send(exchange, 201, "");
            default -> send(exchange, 404, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
