package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;

/** The systems that may feed (来源): registered once, changed in the open. */
@PlatformTest
class ExchangeSourceStory extends Exchanging {

    @Test
    void aRegistrationIsIdempotentAndVersioned() {
        String source = fresh();
        Map<String, Object> body = registration(source, Map.of());
        Answer first = http.post("/api/v1/exchange/sources", operator(), body);
        Answer again = http.post("/api/v1/exchange/sources", operator(), body);
        Answer other =
                http.post(
                        "/api/v1/exchange/sources",
                        operator(),
                        registration(source, Map.of("quotaPerMinute", 5)));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);

        String path = "/api/v1/exchange/sources/" + source;
        Map<String, Object> changed = registration(source, Map.of("quotaPerMinute", 5));
        assertThat(http.put(path, operator(), changed).status()).isEqualTo(428);
        assertThat(http.put(path, operator(), changed, "If-Match", "\"7\"").status())
                .isEqualTo(409);
        Answer second = http.put(path, operator(), changed, "If-Match", "\"1\"");
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(http.get(path, operator()).json().path("quotaPerMinute").asInt()).isEqualTo(5);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT count(*) FROM history WHERE aggregate_type ="
                                        + " 'exchange-source' AND data->>'source' = ?",
                                Long.class,
                                source))
                .isEqualTo(2);
    }

    @Test
    void everythingWrongWithARegistrationIsToldAtOnce() {
        Answer answer =
                http.post(
                        "/api/v1/exchange/sources",
                        operator(),
                        registration(
                                "Bad_Code",
                                Map.of(
                                        "items",
                                        List.of("X1"),
                                        "quotaPerMinute",
                                        0,
                                        "clientId",
                                        "a b")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.objections())
                .contains(
                        "source-code-malformed",
                        "source-items-need-working-days",
                        "source-quota-range",
                        "source-client-malformed");
        for (Map<String, Object> more :
                List.<Map<String, Object>>of(
                        Map.of("colour", "red"),
                        Map.of("departments", 5),
                        Map.of("region", "1"),
                        Map.of("calendar", "lunar"))) {
            Answer refused =
                    http.post("/api/v1/exchange/sources", operator(), registration(fresh(), more));
            assertThat(refused.status()).as(refused.text()).isIn(400, 422);
            assertThat(refused.objections()).isNotEmpty();
        }
    }
}
