package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.gateway.routing.Upstream;
import tools.jackson.databind.JsonNode;

/** What stands behind which path, and for whom. */
class RoutesTest {

    private final RunningGateway gateway = FrontDoor.open();

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
}
