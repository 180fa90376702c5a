package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.gateway.routing.Upstream;
import tools.jackson.databind.JsonNode;

class FrontDoorTest {

    private static RunningGateway gateway;

    @BeforeAll
    static void open() throws IOException {
        gateway =
                new RunningGateway(
                        Map.of(
                                "oneseal.gateway.cors-origins", "https://app.example",
                                "oneseal.gateway.max-body", "64KB",
                                "oneseal.gateway.limits.anonymous.per-second", "10000",
                                "oneseal.gateway.limits.anonymous.burst", "10000",
                                "oneseal.gateway.limits.refused.burst", "10000"));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @BeforeEach
    void fine() {
        gateway.upstreams.behaviour = Upstreams.FINE;
        gateway.upstreams.seen.clear();
    }

    /** The nouns of the API, written out once more on purpose. */
    static Stream<List<String>> nouns() {
        return Stream.of(
                        "catalog regions departments calendars/431103000000/2026 items items/x/versions items/x/guide"
                                + " powers powers/x/versions standing-lists/POWERS area-evaluations"
                                + " packages delegations directory basic-directory knowledge search synonyms"
                                + " data-resources data-resources/x/versions data-demands/x/answer"
                                + " catalog-bundles catalog-upstreams catalog/openapi"
                                + " catalog/events seals/catalog",
                        "cases parties mandates cases cases/1/decision package-cases promises certificates verify/abc"
                                + " entitlement-runs appointments exchange/sources exchange/feeds exchange/conflicts"
                                + " exchange/reconciliations cases/openapi cases/events seals/cases",
                        "supervision watches cards indicators reviews tickets halls votes cockpit supervision/openapi"
                                + " supervision/events seals/supervision",
                        "credit subjects credit-records lists repairs measures grades publicity credit/openapi"
                                + " credit/events seals/credit",
                        "market institutions practitioners projects draws/1 contracts ratings complaints market/openapi"
                                + " selection-rules market/events seals/market",
                        "notification messages templates subscriptions feed email-consents events notification/openapi notification/events"
                                + " seals/notification")
                .flatMap(
                        line -> {
                            List<String> words = new ArrayList<>(List.of(line.split(" ")));
                            String service = words.removeFirst();
                            return words.stream().map(word -> List.of(service, word));
                        });
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void everyNounReachesItsService(List<String> route) throws Exception {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.to(
                                "/api/v1/" + route.get(1) + "?limit=1&q=%E5%8D%B0",
                                gateway.issuer.token("a")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.upstreams.last().service().segment()).isEqualTo(route.get(0));
        assertThat(gateway.upstreams.last().path())
                .isEqualTo("/api/v1/" + route.get(1) + "?limit=1&q=%E5%8D%B0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/verify/abc",
                "/api/v1/publicity/x",
                "/api/v1/seals/cases",
                "/api/v1/draws/1",
                "/api/v1/institutions?service=hjyxpj",
                "/api/v1/selection-rules?region=431103000000",
                "/api/v1/market/openapi"
            })
    void whatIsPublicNeedsNoToken(String path) throws Exception {
        assertThat(gateway.send(gateway.to(path)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/",
                "/docs/start.js",
                "/docs/services.json",
                "/docs/swagger-ui-bundle.js"
            })
    void theDocumentationLoadsFromHereAlone(String path) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        if (!path.endsWith("bundle.js")) {
            assertThat(answer.body()).doesNotContain("http://", "https://");
        }
    }

    @Test
    void theDocumentationListsEveryService() throws Exception {
        JsonNode services =
                RunningGateway.JSON.readTree(
                        gateway.send(gateway.to("/docs/services.json")).body());

        assertThat(services.size()).isEqualTo(Upstream.values().length);
        for (JsonNode service : services) {
            assertThat(gateway.send(gateway.to(service.get("url").asString())).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void healthIsOpen(String path) throws Exception {
        assertThat(gateway.send(gateway.to(path)).body()).contains("UP");
    }

    @Test
    void metricsAreForOperators() throws Exception {
        assertThat(gateway.send(gateway.to("/actuator/prometheus")).statusCode()).isEqualTo(401);

        HttpResponse<String> citizen =
                gateway.send(
                        gateway.to("/actuator/prometheus", gateway.issuer.token("a", "applicant")));
        assertThat(citizen.statusCode()).isEqualTo(403);
        assertThat(RunningGateway.problem(citizen).get("type").asString())
                .isEqualTo("urn:oneseal:problem:forbidden");

        HttpResponse<String> operator =
                gateway.send(
                        gateway.to(
                                "/actuator/prometheus",
                                gateway.issuer.token("o", "platform-operator")));
        assertThat(operator.body())
                .contains("resilience4j_circuitbreaker_state", "http_server_requests");
    }

    @Test
    void withoutATokenTheAnswerIsAProblem() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cases"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        JsonNode problem = RunningGateway.problem(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:oneseal:problem:unauthenticated");
        assertThat(problem.get("objections").get(0).get("code").asString())
                .isEqualTo("unauthenticated");
        assertThat(problem.get("title").asString()).isEqualTo("需要登录");
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void theProblemSpeaksTheCallersLanguage() throws Exception {
        for (String language : List.of("en-GB,en;q=0.9", "en")) {
            HttpResponse<String> answer =
                    gateway.send(gateway.to("/api/v1/cases").header("Accept-Language", language));
            assertThat(RunningGateway.problem(answer).get("title").asString())
                    .isEqualTo("Login required");
        }
        for (String language : List.of("zh-CN,zh;q=0.9,en;q=0.8", "fr", "*;;;")) {
            HttpResponse<String> answer =
                    gateway.send(gateway.to("/api/v1/cases").header("Accept-Language", language));
            assertThat(RunningGateway.problem(answer).get("title").asString()).isEqualTo("需要登录");
        }
    }

    static Stream<String> badTokens() {
        Date past = Date.from(Instant.now().minusSeconds(600));
        return Stream.of(
                "nonsense",
                "a.b.c",
                gateway.issuer.forged("a"),
                gateway.issuer.token(
                        "a", claims -> claims.issuer("https://id.example/realms/other")),
                gateway.issuer.token("a", claims -> claims.audience("elsewhere")),
                gateway.issuer.token("a", claims -> claims.audience((String) null)),
                gateway.issuer.token("a", claims -> claims.expirationTime(past)),
                gateway.issuer.token("a", claims -> claims.expirationTime(null)));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String token) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cases", token));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(RunningGateway.problem(answer).get("type").asString())
                .isEqualTo("urn:oneseal:problem:invalid-token");
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void aTokenForOneServiceIsGood() throws Exception {
        String token = gateway.issuer.token("a", claims -> claims.audience("cases"));

        assertThat(gateway.send(gateway.to("/api/v1/cases", token)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/unheard-of",
                "/api/v2/cases",
                "/api/v1/seals",
                "/api/v1/seals/other",
                "/",
                "/x"
            })
    void anUnknownPathIsAProblem(String path) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to(path, gateway.issuer.token("a")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningGateway.problem(answer).get("type").asString())
                .isEqualTo("urn:oneseal:problem:not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/cases;x=1", "/api/v1//cases", "/api/v1/publicity/%2e%2e/cases"})
    void aTwistedPathReachesNobody(String path) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to(path));

        assertThat(answer.statusCode()).isIn(400, 401, 404);
        RunningGateway.problem(answer);
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void headersThatClaimAnIdentityStayOutside() throws Exception {
        String token = gateway.issuer.token("a");
        gateway.send(
                gateway.to("/api/v1/cases", token)
                        .header("X-Forwarded-User", "chief")
                        .header("X-Forwarded-For", "10.0.0.1")
                        .header("Forwarded", "for=10.0.0.1")
                        .header("X-Real-IP", "10.0.0.1")
                        .header("X-Party", "431103-1")
                        .header("Cookie", "session=1")
                        .header("Idempotency-Key", "k1")
                        .header("If-Match", "\"3\"")
                        .header("ce-id", "1")
                        .POST(BodyPublishers.ofString("{}")));

        Map<String, List<String>> headers = gateway.upstreams.last().headers();
        assertThat(headers)
                .doesNotContainKeys(
                        "X-forwarded-user",
                        "X-forwarded-for",
                        "Forwarded",
                        "X-real-ip",
                        "X-party",
                        "Cookie");
        assertThat(headers)
                .containsEntry("Authorization", List.of("Bearer " + token))
                .containsEntry("Idempotency-key", List.of("k1"))
                .containsEntry("If-match", List.of("\"3\""))
                .containsEntry("Ce-id", List.of("1"));
        assertThat(gateway.upstreams.last().length()).isEqualTo(2);
    }

    @Test
    void answersAreProtectedAndTellNothingOfTheService() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.to("/api/v1/cases", gateway.issuer.token("a")));

        assertThat(answer.headers().map())
                .doesNotContainKeys("server", "set-cookie", "access-control-allow-origin");
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        for (HttpResponse<String> any :
                List.of(
                        answer,
                        gateway.send(gateway.to("/api/v1/cases")),
                        gateway.send(gateway.to("/docs/")))) {
            assertThat(any.headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            assertThat(any.headers().allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(any.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(any.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(any.headers().firstValue("X-Trace-Id").orElse("")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void theTraceGoesThrough() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer =
                gateway.send(
                        gateway.to("/api/v1/cases", gateway.issuer.token("a"))
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(trace);
        assertThat(gateway.upstreams.last().header("Traceparent")).contains(trace);

        HttpResponse<String> begun =
                gateway.send(gateway.to("/api/v1/cases", gateway.issuer.token("a")));
        assertThat(gateway.upstreams.last().header("Traceparent"))
                .contains(begun.headers().firstValue("X-Trace-Id").orElseThrow());
    }

    @Test
    void onlyKnownOriginsMayCall() throws Exception {
        for (String origin : List.of("https://app.example", "https://oneseal.example")) {
            HttpResponse<String> preflight =
                    gateway.send(
                            gateway.to("/api/v1/cases")
                                    .header("Origin", origin)
                                    .header("Access-Control-Request-Method", "POST")
                                    .header(
                                            "Access-Control-Request-Headers",
                                            "authorization,idempotency-key")
                                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
        HttpResponse<String> answer =
                gateway.send(
                        gateway.to("/api/v1/cases", gateway.issuer.token("a"))
                                .header("Origin", "https://app.example"));
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("https://app.example");

        gateway.upstreams.seen.clear();
        HttpResponse<String> stranger =
                gateway.send(
                        gateway.to("/api/v1/cases", gateway.issuer.token("a"))
                                .header("Origin", "https://evil.example"));
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void aBodyWithinTheLimitPasses() throws Exception {
        byte[] body = new byte[64 * 1024];
        String token = gateway.issuer.token("a");

        assertThat(
                        gateway.send(
                                        gateway.to("/api/v1/cases", token)
                                                .POST(BodyPublishers.ofByteArray(body)))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        gateway.send(
                                        gateway.to("/api/v1/cases", token)
                                                .POST(
                                                        BodyPublishers.ofInputStream(
                                                                () ->
                                                                        new ByteArrayInputStream(
                                                                                body))))
                                .statusCode())
                .isEqualTo(200);
        assertThat(gateway.upstreams.last().length()).isEqualTo(body.length);
    }

    @Test
    void aBodyAnnouncedTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.to("/api/v1/cases", gateway.issuer.token("a"))
                                .POST(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(RunningGateway.problem(answer).get("type").asString())
                .isEqualTo("urn:oneseal:problem:too-large");
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefused() throws Exception {
        byte[] body = new byte[256 * 1024];
        HttpResponse<String> answer =
                gateway.send(
                        gateway.to("/api/v1/cases", gateway.issuer.token("a"))
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(RunningGateway.problem(answer).get("type").asString())
                .isEqualTo("urn:oneseal:problem:too-large");
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsRefusedInWords() throws Exception {
        String token = gateway.issuer.token("a");
        String longest = "x".repeat(8_000);

        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cases/" + longest, token));

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(RunningGateway.problem(answer).get("type").asString())
                .isEqualTo("urn:oneseal:problem:address-too-long");
        assertThat(gateway.upstreams.seen).isEmpty();
        assertThat(gateway.send(gateway.to("/api/v1/cases?q=" + "x".repeat(6_000), token)))
                .as("what is not too long passes")
                .returns(200, HttpResponse::statusCode);
    }

    @Test
    void headersHaveALimit() throws Exception {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.to("/api/v1/cases", gateway.issuer.token("a"))
                                .header("X-Long", "x".repeat(40_000)));

        assertThat(answer.statusCode()).isIn(413, 431);
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void aServicesOwnProblemPasses() throws Exception {
        String own = "{\"type\":\"urn:oneseal:problem:unprocessable\",\"objections\":[]}";
        gateway.upstreams.behaviour =
                exchange -> {
                    byte[] body = own.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    exchange.sendResponseHeaders(503, body.length);
                    exchange.getResponseBody().write(body);
                };

        HttpResponse<String> answer =
                gateway.send(gateway.to("/api/v1/regions", gateway.issuer.token("a")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).isEqualTo(own);
    }

    @Test
    void aServicesBareFailureBecomesAProblem() throws Exception {
        gateway.upstreams.behaviour =
                exchange -> {
                    byte[] body =
                            "<h1>java.lang.NullPointerException</h1>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(500, body.length);
                    exchange.getResponseBody().write(body);
                };

        HttpResponse<String> answer =
                gateway.send(gateway.to("/api/v1/regions", gateway.issuer.token("a")));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(RunningGateway.problem(answer).get("type").asString())
                .isEqualTo("urn:oneseal:problem:bad-gateway");
        assertThat(answer.body()).doesNotContain("NullPointer");
    }
}
