package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** More than a service can do is refused at the door, and what has begun goes on. */
class OverloadTest {

    private static final int AT_ONCE = 8;

    @Test
    void whatIsTooMuchIsToldAtOnceAndComesInLater() throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(
                                Map.of(
                                        "oneseal.gateway.admission.initial", "" + AT_ONCE,
                                        "oneseal.gateway.admission.least", "" + AT_ONCE));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = gateway.issuer.token("a");
            CountDownLatch decided = new CountDownLatch(1);
            gateway.upstreams.behaviour =
                    exchange -> {
                        try {
                            decided.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        Upstreams.FINE.handle(exchange);
                    };

            // Three quarters are for what is begun.
            List<Future<HttpResponse<String>>> begun = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                begun.add(callers.submit(() -> gateway.send(begins(gateway, token))));
            }
            await().until(() -> gateway.upstreams.seen.size() == 6 && ended(begun) == 2);
            List<Future<HttpResponse<String>>> read = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                read.add(callers.submit(() -> gateway.send(gateway.to("/api/v1/cases/1", token))));
            }
            await().until(() -> gateway.upstreams.seen.size() == AT_ONCE && ended(read) == 6);

            HttpResponse<String> refused =
                    begun.stream().filter(Future::isDone).findFirst().orElseThrow().get();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(RunningGateway.problem(refused).get("type").asString())
                    .isEqualTo("urn:oneseal:problem:overloaded");
            decided.countDown();
            int done = 0;
            for (Future<HttpResponse<String>> one : begun) done += ok(one);
            for (Future<HttpResponse<String>> one : read) done += ok(one);
            assertThat(done).as("what was let in is done").isEqualTo(AT_ONCE);
            assertThat(gateway.send(begins(gateway, token)).statusCode()).isEqualTo(200);
        }
    }

    private static HttpRequest.Builder begins(RunningGateway gateway, String token) {
        return gateway.to("/api/v1/cases", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static long ended(List<Future<HttpResponse<String>>> calls) {
        return calls.stream().filter(Future::isDone).count();
    }

    private static int ok(Future<HttpResponse<String>> call) throws Exception {
        return call.get().statusCode() == 200 ? 1 : 0;
    }
}
