package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a service answers when it fails. */
class ServicesAnswersTest {

    private final RunningGateway gateway = FrontDoor.open();

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
