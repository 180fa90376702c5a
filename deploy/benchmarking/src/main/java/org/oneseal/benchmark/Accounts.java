package org.oneseal.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.LocalPlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More people in the realm than the demonstration has; they have its password. */
final class Accounts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String realm;
    private final String password;
    private final String form;
    private final URI tokens;

    Accounts(LocalPlatform platform) {
        this.realm = platform.issuer().toString().replace("/realms/", "/admin/realms/");
        this.password = platform.demoPassword();
        this.tokens = URI.create(platform.issuer() + "/protocol/openid-connect/token");
        this.form =
                "grant_type=client_credentials&client_id=oneseal-services&client_secret="
                        + URLEncoder.encode(
                                platform.clientSecret("oneseal-services"), StandardCharsets.UTF_8);
    }

    /** A new one each time: between two accounts may lie longer than a token lives. */
    private String token() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(tokens)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return JSON.readTree(sent(request).body()).path("access_token").asString();
    }

    /** Makes an account, unless it is there. */
    void make(String name, String role, Map<String, @Nullable String> claims) throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        claims.forEach(
                (claim, value) -> {
                    if (value != null) attributes.put(claim, List.of(value));
                });
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("username", name);
        user.put("enabled", true);
        user.put("firstName", "测");
        user.put("lastName", "试");
        user.put("attributes", attributes);
        user.put(
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
        HttpResponse<String> made = call("POST", realm + "/users", user);
        if (made.statusCode() == 409) return;
        expect(made, 201);
        String address = made.headers().firstValue("Location").orElseThrow();
        JsonNode wanted = JSON.readTree(call("GET", realm + "/roles/" + role, null).body());
        expect(call("POST", address + "/role-mappings/realm", List.of(wanted)), 204);
    }

    private HttpResponse<String> call(String method, String address, @Nullable Object body)
            throws IOException {
        return sent(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(body)))
                        .build());
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void expect(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
    }
}
