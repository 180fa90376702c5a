package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.JsonNode;

/** What contradicts, can never be taken or was refused is queued, and settled by people. */
@PlatformTest
class ExchangeSettlementStory extends Exchanging {

    @Test
    void contradictionsAreQueuedAndAnnounced() {
        String source = register();
        feed(source, event(source, "i-1", 1, "received", received()));
        Map<String, Object> other = new LinkedHashMap<>(received());
        other.put("channel", "Desk");
        Answer answer = feed(source, event(source, "i-1", 1, "received", other));
        feed(source, event(source, "i-1", 1, "received", other));

        assertThat(outcomes(answer)).containsExactly("CONFLICT");
        String id = answer.json().at("/events/0/conflictId").asString();
        JsonNode queue =
                http.get("/api/v1/exchange/conflicts?source=" + source, operator())
                        .json()
                        .path("items");
        assertThat(queue).hasSize(1);
        assertThat(queue.get(0).path("id").asString()).isEqualTo(id);
        assertThat(queue.get(0).path("times").asLong()).isEqualTo(2);
        assertThat(queue.get(0).at("/told/channel").asString()).isEqualTo("Desk");
        assertThat(queue.get(0).at("/taken/channel").asString()).isEqualTo("Internet");
        await().untilAsserted(() -> assertThat(eventsOf(id)).hasSize(1));
        Contracts.of("case-service")
                .assertValid("exchange-conflict", JSON.readTree(eventsOf(id).getFirst().value()));
    }

    @Test
    void aPersonSettlesAContradictionOnceAndItsHistoryGoesOn() {
        String source = register();
        feed(source, event(source, "s-1", 1, "received", received()));
        Map<String, Object> other = new LinkedHashMap<>(received());
        other.put("channel", "Desk");
        Map<String, Object> told = event(source, "s-1", 1, "received", other);
        String id = feed(source, told).json().at("/events/0/conflictId").asString();
        String path = "/api/v1/exchange/conflicts/" + id + "/settlement";
        Map<String, Object> body =
                Map.of("ruling", "KEPT", "reason", "误报，证件 11010519491231002X 为测试数据");

        assertThat(http.post(path, null, body).status()).isEqualTo(401);
        assertThat(http.post(path, system(source), body).status()).isEqualTo(403);
        assertThat(
                        http.post(
                                        path,
                                        tokens.of(Role.SUPERVISOR).region(District.REGION).mint(),
                                        body)
                                .status())
                .isEqualTo(403);
        String stranger = tokens.of(Role.PLATFORM_OPERATOR).region("431102000000").mint();
        assertThat(http.post(path, stranger, body).status()).isEqualTo(404);
        assertThat(http.post(path.replace(id, "nothing"), operator(), body).status())
                .isEqualTo(404);
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(
                        Map.of("ruling", "KEPT"),
                        Map.of("ruling", "KEPT", "reason", " "),
                        Map.of("ruling", "MAYBE", "reason", "x"),
                        Map.of("ruling", "KEPT", "reason", "x", "more", 1))) {
            assertThat(http.post(path, operator(), wrong).status())
                    .as("%s", wrong)
                    .isBetween(400, 422);
        }
        assertThat(books(source).path("conflictsOpen").asLong()).isEqualTo(1);

        Answer settled = http.post(path, operator(), body, "Idempotency-Key", "settle-" + id);
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().at("/settled/ruling").asString()).isEqualTo("KEPT");
        assertThat(settled.json().at("/settled/reason").asString())
                .doesNotContain("11010519491231002X");
        assertThat(http.post(path, operator(), body, "Idempotency-Key", "settle-" + id).json())
                .isEqualTo(settled.json());
        Answer again = http.post(path, operator(), body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.objections()).containsExactly("conflict-settled-already");

        feed(source, told);
        assertThat(books(source).path("conflicts").asLong()).isEqualTo(1);
        assertThat(books(source).path("conflictsOpen").asLong()).isZero();
        for (boolean which : List.of(true, false)) {
            assertThat(
                            http.get(
                                            "/api/v1/exchange/conflicts?source="
                                                    + source
                                                    + "&settled="
                                                    + which,
                                            operator())
                                    .json()
                                    .path("items"))
                    .hasSize(which ? 1 : 0);
        }
        await().untilAsserted(() -> assertThat(eventsOf(id)).hasSize(2));
        Topics.Message event = eventsOf(id).getLast();
        assertThat(header(event, "ce_sequence")).isEqualTo("2");
        Contracts.of("case-service")
                .assertValid("exchange-conflict-settled", JSON.readTree(event.value()));
        assertThat(books(source).at("/accepted/received").asLong()).isEqualTo(1);
    }

    @Test
    void whatNeverCanBeTakenIsDismissedAndStaysSo() {
        String source = register();
        Map<String, Object> told =
                event(source, "d-1", 1, "received", Map.of("department", "Harbour"));
        feed(source, told);
        String id = rejections(source).get(0).path("id").asString();
        String path = "/api/v1/exchange/rejections/" + id;
        Map<String, Object> body = Map.of("reason", "该部门不在本区");

        for (String act : List.of("/dismissal", "/replay")) {
            Object sent = act.equals("/replay") ? null : body;
            assertThat(http.post(path + act, null, sent).status()).as(act).isEqualTo(401);
            assertThat(http.post(path + act, tokens.of(Role.CASE_OFFICER).mint(), sent).status())
                    .as(act)
                    .isEqualTo(403);
            String stranger = tokens.of(Role.PLATFORM_OPERATOR).region("431102000000").mint();
            assertThat(http.post(path + act, stranger, sent).status()).as(act).isEqualTo(404);
        }
        String other = system(register());
        assertThat(http.post(path + "/replay", other, null).status()).isEqualTo(404);
        assertThat(http.post("/api/v1/exchange/replays", other, Map.of("source", source)).status())
                .isEqualTo(404);
        assertThat(http.post(path + "/dismissal", system(source), body).status()).isEqualTo(403);
        assertThat(rejections(source)).hasSize(1);

        Answer dismissed =
                http.post(path + "/dismissal", operator(), body, "Idempotency-Key", "no-" + id);
        assertThat(dismissed.status()).as(dismissed.text()).isEqualTo(200);
        assertThat(
                        http.post(
                                        path + "/dismissal",
                                        operator(),
                                        body,
                                        "Idempotency-Key",
                                        "no-" + id)
                                .json())
                .isEqualTo(dismissed.json());
        assertThat(http.post(path + "/dismissal", operator(), body).status()).isEqualTo(404);
        assertThat(http.post(path + "/replay", operator(), null).status()).isEqualTo(404);

        feed(source, told);
        assertThat(rejections(source)).isEmpty();
        assertThat(books(source).path("rejected").asLong()).isZero();
        await().untilAsserted(() -> assertThat(eventsOf(id)).hasSize(1));
        Contracts.of("case-service")
                .assertValid(
                        "exchange-rejection-dismissed",
                        JSON.readTree(eventsOf(id).getFirst().value()));
    }

    @Test
    void whatWasRefusedIsReplayedOnceTheRegistrationIsPutRight() {
        String source = register();
        feed(
                source,
                event(source, "j-1", 1, "received", Map.of("department", "Harbour")),
                event(source, "j-2", 1, "received", Map.of("department", "Harbour")),
                event(source, "j-1", 2, "step", Map.of("activity", "x")));
        assertThat(books(source).path("rejected").asLong()).isEqualTo(2);
        String id = rejections(source).get(0).path("id").asString();
        String path = "/api/v1/exchange/rejections/" + id + "/replay";
        assertThat(outcome(http.post(path, operator(), null))).isEqualTo("REJECTED");

        change(source, Map.of("departments", departments("General", "Harbour")));
        assertThat(outcome(http.post(path, operator(), null))).isEqualTo("ACCEPTED");
        Answer all = http.post("/api/v1/exchange/replays", operator(), Map.of("source", source));
        assertThat(all.json().path("accepted").asLong()).as(all.text()).isEqualTo(1);
        assertThat(http.post(path, operator(), null).status()).isEqualTo(404);

        JsonNode books = books(source);
        assertThat(books.path("cases").asLong()).isEqualTo(2);
        assertThat(books.path("rejected").asLong()).isZero();
        assertThat(books.path("waiting").asLong()).isZero();
        assertThat(books.at("/accepted/step").asLong()).isEqualTo(1);
    }

    private void change(String source, Map<String, Object> more) {
        String path = "/api/v1/exchange/sources/" + source;
        String version = Objects.requireNonNull(http.get(path, operator()).header("ETag"));
        Answer answer = http.put(path, operator(), registration(source, more), "If-Match", version);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String outcome(Answer answer) {
        return answer.json().path("outcome").asString();
    }
}
