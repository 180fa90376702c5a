package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailingServicesTest {

    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void open() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        gateway =
                new RunningGateway(
                        Map.of(
                                "oneseal.gateway.time-limit", "400ms",
                                "oneseal.gateway.upload-limit", "1s",
                                "oneseal.gateway.breaker.window", "6",
                                "oneseal.gateway.breaker.minimum", "4",
                                "oneseal.gateway.breaker.pause", "700ms",
                                "oneseal.gateway.breaker.probes", "2",
                                "oneseal.gateway.upstreams.credit", "http://127.0.0.1:" + nobody));
        token = gateway.issuer.token("a");
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.upstreams.behaviour = Upstreams.FINE;
        gateway.upstreams.seen.clear();
        gateway.context
                .getBean(CircuitBreakerRegistry.class)
                .getAllCircuitBreakers()
                .forEach(CircuitBreaker::reset);
    }

    @Test
    void aServiceThatIsDownIsAProblemAndTheOthersGoOn() throws Exception {
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/subjects", token));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(RunningGateway.problem(answer).get("type").asString())
                    .isEqualTo("urn:oneseal:problem:unavailable");
        }
        assertThat(breaker("credit").getState()).isEqualTo(State.OPEN);
        assertThat(gateway.send(gateway.to("/api/v1/cases", token)).statusCode()).isEqualTo(200);
        assertThat(gateway.send(gateway.to("/actuator/health/readiness")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSlowServiceIsCutOffTheCircuitOpensAndClosesAgain() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        gateway.upstreams.behaviour =
                exchange -> {
                    try {
                        never.await(5, TimeUnit.SECONDS);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                };
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cases", token));
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(RunningGateway.problem(answer).get("type").asString())
                    .isEqualTo("urn:oneseal:problem:gateway-timeout");
        }

        int asked = gateway.upstreams.seen.size();
        HttpResponse<String> left = gateway.send(gateway.to("/api/v1/cases", token));
        assertThat(left.statusCode()).isEqualTo(503);
        assertThat(gateway.upstreams.seen).as("an open circuit asks nobody").hasSize(asked);

        never.countDown();
        gateway.upstreams.behaviour = Upstreams.FINE;
        await().until(() -> breaker("cases").getState() == State.HALF_OPEN);
        for (int i = 0; i < 2; i++) {
            assertThat(gateway.send(gateway.to("/api/v1/cases", token)).statusCode())
                    .isEqualTo(200);
        }
        assertThat(breaker("cases").getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void aStreamOfEventsOutlastsTheTimeLimit() throws Exception {
        gateway.upstreams.behaviour =
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    try {
                        new CountDownLatch(1).await(900, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    out.write("data: last\n\n".getBytes(StandardCharsets.UTF_8));
                };

        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cockpit", token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("first", "last");
    }

    @Test
    void aSlowSenderIsToldAndOpensNoCircuit() throws Exception {
        for (int i = 0; i < 4; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write(
                                ("POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                                + token
                                                + "\r\nContent-Length: 100\r\n\r\n{")
                                        .getBytes(StandardCharsets.US_ASCII));
                byte[] start = socket.getInputStream().readNBytes(12);
                assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            }
        }
        assertThat(breaker("cases").getState()).isEqualTo(State.CLOSED);
    }

    private CircuitBreaker breaker(String service) {
        return gateway.context.getBean(CircuitBreakerRegistry.class).circuitBreaker(service);
    }
}
