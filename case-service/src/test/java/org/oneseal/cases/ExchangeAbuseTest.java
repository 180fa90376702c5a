package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;

/** What is sent to the exchange in the wrong form, by the wrong people or in excess. */
@PlatformTest
class ExchangeAbuseTest extends Exchanging {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"x\"",
                "[",
                "not json",
                "{\"source\":\"x\"}",
            })
    void whatIsNoBatchIsRefused(String body) {
        String source = register();
        Answer answer = http.post(FEEDS, system(source), body);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.objections()).isNotEmpty();
        assertThat(books(source).path("rejected").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,null,\"x\",[]]",
                "[{},{\"data\":5},{\"type\":{},\"time\":[],\"sequence\":true,\"data\":null}]",
                "[{\"type\":\"org.oneseal.exchange.step\",\"time\":\"2026-11-01T00:00:00Z\","
                        + "\"sequence\":2,\"data\":{\"sourceCase\":\"\\u0000\",\"activity\":[]}}]",
                "[{\"id\":\"\\u0001\",\"type\":\"\\u0000\",\"sequence\":\"9e99\"}]"
            })
    void wrongEventsAreAnsweredOneByOne(String body) {
        String source = register();
        Answer answer = http.post(FEEDS, system(source), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(outcomes(answer)).containsOnly("REJECTED");
        assertThat(books(source).path("rejected").asLong()).isPositive();
        assertThat(rejections(source)).isNotEmpty();
        assertThat(books(source).path("cases").asLong()).isZero();
    }

    @Test
    void tooMuchIsRefused() {
        String source = register();
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) many.add(event(source, "l", i + 1, "step", Map.of()));
        assertThat(http.post(FEEDS, system(source), many).objections())
                .containsExactly("feed-batch-too-large");
        String huge = "[{\"data\":\"" + "x".repeat(1_100_000) + "\"}]";
        assertThat(http.post(FEEDS, system(source), huge).status()).isEqualTo(413);
        assertThat(http.post(FEEDS, system(source), "a=b", "Content-Type", "text/plain").status())
                .isEqualTo(415);
    }

    @Test
    void onlyTheRightRolesGetIn() {
        String source = register();
        List<Object> batch = List.of(event(source, "m-1", 1, "received", received()));
        assertThat(http.post(FEEDS, null, batch).status()).isEqualTo(401);
        for (Role role : Role.values()) {
            if (role == Role.DEPARTMENT_SYSTEM) continue;
            String token =
                    tokens.of(role)
                            .region(District.REGION)
                            .department("431103-HJ")
                            .client("department-system-" + source)
                            .mint();
            assertThat(http.post(FEEDS, token, batch).status()).as("%s", role).isEqualTo(403);
            if (role != Role.PLATFORM_OPERATOR) {
                assertThat(
                                http.post(
                                                "/api/v1/exchange/sources",
                                                token,
                                                registration(fresh(), Map.of()))
                                        .status())
                        .as("%s", role)
                        .isEqualTo(403);
            }
        }
        String other = system(register());
        for (String path :
                List.of(
                        "/api/v1/exchange/sources/" + source,
                        "/api/v1/exchange/reconciliations?source=" + source,
                        "/api/v1/exchange/reconciliations/days?source=" + source,
                        "/api/v1/exchange/conflicts?source=" + source,
                        "/api/v1/exchange/rejections?source=" + source,
                        "/api/v1/exchange/waiting?source=" + source)) {
            assertThat(http.get(path, null).status()).as(path).isEqualTo(401);
            assertThat(http.get(path, other).status()).as(path).isEqualTo(404);
            assertThat(http.get(path, tokens.of(Role.APPLICANT).party("p").mint()).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(
                            http.get(path, tokens.of(Role.SUPERVISOR).region("431102000000").mint())
                                    .status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(http.get(path, system(source)).status()).as(path).isEqualTo(200);
        }
        assertThat(books(source).path("cases").asLong()).isZero();
    }

    @Test
    void strangeParametersAreRefusedInWords() {
        String source = register();
        for (String list : List.of("conflicts", "rejections", "waiting", "reconciliations/days")) {
            for (String cursor : List.of("x", "AAAA", "KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaH2E")) {
                Answer answer =
                        http.get(
                                "/api/v1/exchange/"
                                        + list
                                        + "?source="
                                        + source
                                        + "&cursor="
                                        + cursor,
                                operator());
                assertThat(answer.status()).as("%s %s", list, cursor).isEqualTo(400);
            }
            assertThat(http.get("/api/v1/exchange/" + list + "?source=%00", operator()).status())
                    .isEqualTo(404);
        }
        assertThat(http.get("/api/v1/exchange/reconciliations", operator()).status())
                .isEqualTo(400);
    }
}
