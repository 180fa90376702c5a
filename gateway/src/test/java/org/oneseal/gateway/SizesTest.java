package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What is too large is refused, in words, and reaches nobody. */
class SizesTest {

    private final RunningGateway gateway = FrontDoor.open();

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
}
