package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityProviderGoneTest {

    @Test
    void withoutKeysNobodyIsLetInAndTheReasonIsHonest() throws Exception {
        try (RunningGateway blind = new RunningGateway(Map.of())) {
            blind.issuer.close();

            HttpResponse<String> answer =
                    blind.send(blind.to("/api/v1/cases", blind.issuer.token("new")));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(RunningGateway.problem(answer).get("type").asString())
                    .isEqualTo("urn:oneseal:problem:identity-unavailable");
            assertThat(blind.upstreams.seen).isEmpty();
        }
    }
}
