package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who comes without a token or with a bad one is refused, in words. */
class TokensTest {

    private final RunningGateway gateway = FrontDoor.open();

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
        Issuer issuer = FrontDoor.open().issuer;
        Date past = Date.from(Instant.now().minusSeconds(600));
        return Stream.of(
                "nonsense",
                "a.b.c",
                issuer.forged("a"),
                issuer.token("a", claims -> claims.issuer("https://id.example/realms/other")),
                issuer.token("a", claims -> claims.audience("elsewhere")),
                issuer.token("a", claims -> claims.audience((String) null)),
                issuer.token("a", claims -> claims.expirationTime(past)),
                issuer.token("a", claims -> claims.expirationTime(null)));
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
}
