package org.oneseal.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.oneseal.gateway.routing.Upstream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway as it is run, before six services of the test's own. The application itself ends with
 * the JVM: closing it would stop the threads that Reactor shares with the next one.
 */
final class RunningGateway implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        // Not a budget: a shared machine can stand still for minutes.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(5));
    }

    final Issuer issuer = new Issuer();
    final Upstreams upstreams = new Upstreams();
    final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningGateway(Map<String, String> settings) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", "0");
        properties.put("oneseal.gateway.public-url", "https://oneseal.example");
        properties.put("oneseal.gateway.issuer", Issuer.NAME);
        properties.put("oneseal.gateway.jwks", issuer.jwks());
        for (Upstream upstream : Upstream.values()) {
            properties.put(
                    "oneseal.gateway.upstreams." + upstream.segment(), upstreams.address(upstream));
        }
        properties.putAll(settings);
        String[] arguments =
                properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        context = new SpringApplication(GatewayApplication.class).run(arguments);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode problem(HttpResponse<String> answer) {
        if (!answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/problem+json")) {
            throw new AssertionError(answer.statusCode() + " without a problem: " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        upstreams.close();
        issuer.close();
    }
}
