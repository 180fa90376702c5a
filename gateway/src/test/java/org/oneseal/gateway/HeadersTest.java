package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What headers go in and come out, and from which pages one may call. */
class HeadersTest {

    private final RunningGateway gateway = FrontDoor.open();

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
}
