package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static RunningGateway gateway;

    /** One in a thousand seconds: however slow the machine, nothing comes back during a test. */
    private static final String SLOWLY = "0.001";

    @BeforeAll
    static void open() throws IOException {
        gateway =
                new RunningGateway(
                        Map.of(
                                "oneseal.gateway.limits.person.per-second", SLOWLY,
                                "oneseal.gateway.limits.person.burst", "3",
                                "oneseal.gateway.limits.system.burst", "50",
                                "oneseal.gateway.limits.anonymous.per-second", SLOWLY,
                                "oneseal.gateway.limits.anonymous.burst", "4",
                                "oneseal.gateway.limits.refused.per-second", SLOWLY,
                                "oneseal.gateway.limits.refused.burst", "5",
                                "oneseal.gateway.trusted-proxies", "127.0.0.0/8"));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void aPersonsBurstEndsWithAProblemThatSaysWhenToComeBack() throws Exception {
        String token = gateway.issuer.token("hasty");
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cases", token));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Limit")).contains("3");
            assertThat(answer.headers().firstValue("RateLimit-Remaining"))
                    .contains(Integer.toString(left));
        }

        HttpResponse<String> refused = gateway.send(gateway.to("/api/v1/cases", token));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 1_000));
        assertThat(RunningGateway.problem(refused).get("type").asString())
                .isEqualTo("urn:oneseal:problem:too-many-requests");
        assertThat(
                        gateway.send(gateway.to("/api/v1/cases", gateway.issuer.token("calm")))
                                .statusCode())
                .as("another person of the same app")
                .isEqualTo(200);
    }

    @Test
    void aSystemMayAskMore() throws Exception {
        String token = gateway.issuer.token("wabo", "department-system");
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.send(gateway.to("/api/v1/cases", token)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutATokenTheAddressCounts() throws Exception {
        assertThat(statuses(8, "198.51.100.7")).contains(200, 429).doesNotContain(401);
        assertThat(statuses(1, "198.51.100.8")).containsExactly(200);
        assertThat(statuses(1, "203.0.113.1, 198.51.100.7"))
                .as(
                        "what stands left of the nearest untrusted address is the client's own invention")
                .containsExactly(429);
    }

    @Test
    void healthAndDocumentationAreNotCounted() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(gateway.send(gateway.to("/actuator/health/liveness")).statusCode())
                    .isEqualTo(200);
            assertThat(gateway.send(gateway.to("/docs/")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAddressThatKeepsShowingBadTokensIsBarred() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            statuses.add(
                    gateway.send(
                                    gateway.to("/api/v1/cases", gateway.issuer.forged("x" + i))
                                            .header("X-Forwarded-For", "192.0.2.9"))
                            .statusCode());
        }
        assertThat(statuses).startsWith(401, 401, 401, 401, 401).contains(429);
        assertThat(
                        gateway.send(
                                        gateway.to("/api/v1/cases", gateway.issuer.token("good"))
                                                .header("X-Forwarded-For", "192.0.2.10"))
                                .statusCode())
                .isEqualTo(200);
    }

    private static List<Integer> statuses(int times, String from) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statuses.add(
                    gateway.send(gateway.to("/api/v1/verify/abc").header("X-Forwarded-For", from))
                            .statusCode());
        }
        return statuses;
    }
}
