package org.oneseal.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.notification.webhooks.AddressRules;
import org.oneseal.notification.webhooks.Network;
import org.oneseal.notification.webhooks.Parcel;
import org.oneseal.notification.webhooks.Reply;
import org.oneseal.platform.objection.Objection;

/** Where calls go and where not, whatever the other end answers. */
class HttpPostmanTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    HttpPostmanTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
    }

    @BeforeEach
    void theOtherEndListens() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    String path = exchange.getRequestURI().getPath();
                    if (path.equals("/hang")) {
                        try {
                            over.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    if (path.equals("/drip")) {
                        exchange.sendResponseHeaders(200, 0);
                        return;
                    }
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.getResponseHeaders()
                            .add("Retry-After", "Tue, 24 Nov 2026 08:01:00 GMT");
                    exchange.sendResponseHeaders(path.equals("/moved") ? 307 : 503, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void theOtherEndGoes() {
        over.countDown();
        server.stop(0);
    }

    private HttpPostman postman(String host, List<Network> networks) {
        return new HttpPostman(
                new AddressRules(List.of(host), networks),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                () -> NOW);
    }

    private Parcel parcel(String host, String path) {
        return new Parcel(
                URI.create("http://" + host + ":" + server.getAddress().getPort() + path),
                Map.of("content-type", "application/json"),
                List.of("t=1, keyid=k, sha256=00"),
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aHostThatIsAllowedButLeadsInsideIsNotCalled() throws IOException {
        for (String host : List.of("127.0.0.1", "localhost")) {
            HttpPostman postman = postman("http://" + host + ":*", List.of());
            assertThat(postman.bring(parcel(host, "/")))
                    .isEqualTo(new Reply.Refused(null, "address inside a closed network"));
            assertThat(postman.objections(parcel(host, "/").url()))
                    .extracting(Objection::code)
                    .containsExactly("webhook-address-closed");
            postman.destroy();
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void aHostThatIsNoLongerAllowedIsNotCalled() throws IOException {
        HttpPostman postman = postman("https://hooks.example.gov.cn", List.of(loopback()));
        assertThat(postman.bring(parcel("127.0.0.1", "/"))).isInstanceOf(Reply.Refused.class);
        assertThat(calls).hasValue(0);
        postman.destroy();
    }

    @Test
    void aRedirectIsNotFollowedAndARequestToWaitIsHeard() throws IOException {
        HttpPostman postman = postman("http://127.0.0.1:*", List.of(loopback()));
        assertThat(postman.bring(parcel("127.0.0.1", "/moved")))
                .isEqualTo(new Reply.Refused(307, "status 307"));
        assertThat(calls).hasValue(1);
        assertThat(postman.bring(parcel("127.0.0.1", "/busy")))
                .isEqualTo(new Reply.Failed(503, "status 503", Duration.ofMinutes(1)));
        postman.destroy();
    }

    @Test
    void whoeverHangsOrIsAwayIsTriedAgainLater() throws IOException {
        HttpPostman postman = postman("http://127.0.0.1:*", List.of(loopback()));
        assertThat(postman.bring(parcel("127.0.0.1", "/hang"))).isInstanceOf(Reply.Failed.class);
        // the status has come, but the body never ends: the call ends all the same
        assertThat(postman.bring(parcel("127.0.0.1", "/drip"))).isNotNull();
        Parcel parcel = parcel("127.0.0.1", "/");
        over.countDown();
        server.stop(0);
        assertThat(postman.bring(parcel)).isInstanceOf(Reply.Failed.class);
        postman.destroy();
    }

    private static Network loopback() {
        return Network.of("127.0.0.0/8");
    }
}
