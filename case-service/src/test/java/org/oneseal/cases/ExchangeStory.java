package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Department systems feed their cases, by topic and over HTTP, honestly and otherwise. */
@PlatformTest
class ExchangeStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FEEDS = "/api/v1/exchange/feeds";
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;
    @Autowired ApplicationContext context;

    // --------------------------------------------------------------------------------------- topic

    @Test
    void aCaseComesInByTopicAndIsOneOfOurs() {
        String source = register();
        send(source, event(source, "a-1", 1, "received", received()));
        send(source, event(source, "a-1", 2, "step", Map.of("activity", "现场核查", "resource", "R7")));
        send(source, event(source, "a-1", 3, "finished", Map.of("result", "6")));

        awaitMessages(source, 3);
        String id = caseOf(source, "a-1");
        String supervisor = tokens.of(Role.SUPERVISOR).region(District.REGION).mint();
        Answer shown = http.get("/api/v1/cases/" + id, supervisor);
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text()).contains(source + ":a-1").contains("FINISHED");
        Answer timeline = http.get("/api/v1/cases/" + id + "/timeline", supervisor);
        assertThat(timeline.status()).as(timeline.text()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(eventsOf(id)).hasSize(4));
        Contracts contracts = Contracts.of("case-service");
        List<String> types = new ArrayList<>();
        for (Topics.Message message : eventsOf(id)) {
            String type = header(message, "ce_type").replace("org.oneseal.cases.", "");
            types.add(type);
            contracts.assertValid(type, JSON.readTree(message.value()));
        }
        assertThat(types).containsExactly("submitted", "accepted", "step-completed", "finished");
        assertThat(header(eventsOf(id).get(2), "ce_time"))
                .isEqualTo(START.plusSeconds(120).toString());
    }

    @Test
    void anotherSourcesNameOnATopicIsRefused() {
        String honest = register();
        String forger = register();
        send(honest, event(honest, "b-1", 1, "received", received()));
        awaitMessages(honest, 1);

        send(forger, event(honest, "b-1", 2, "finished", Map.of("result", "6")));
        send(forger, event(honest, "b-2", 1, "received", received()));
        await().untilAsserted(
                        () -> assertThat(books(forger).path("rejected").asLong()).isEqualTo(2));

        assertThat(rejections(forger).get(0).at("/reasons/0/code").asString())
                .isEqualTo("feed-source-forged");
        assertThat(books(honest).path("finished").asLong()).isZero();
        assertThat(books(honest).path("cases").asLong()).isEqualTo(1);
        assertThat(books(forger).path("cases").asLong()).isZero();
    }

    @Test
    void theCaseNumbersOfASourceAreItsOwn() {
        String one = register();
        String other = register();
        send(one, event(one, "same", 1, "received", received()));
        awaitMessages(one, 1);
        send(other, event(other, "same", 2, "finished", Map.of("result", "6")));

        await().untilAsserted(() -> assertThat(books(other).path("waiting").asLong()).isEqualTo(1));
        assertThat(books(one).path("finished").asLong()).isZero();
    }

    @Test
    void garbageOnATopicIsKeptAndStopsNobody() {
        String source = register();
        String topic = topic(source);
        topics.send(new ProducerRecord<>(topic, "x", "nonsense".getBytes(StandardCharsets.UTF_8)));
        topics.send(new ProducerRecord<>(topic, null, null));
        topics.send(new ProducerRecord<>(topic, "big", new byte[100_000]));
        topics.send(new ProducerRecord<>(topic, "nul", new byte[] {0, (byte) 0xff, 0}));
        send(source, event(source, "c-1", 1, "received", received()));

        awaitMessages(source, 1);
        assertThat(books(source).path("rejected").asLong()).isEqualTo(4);
        assertThat(rejections(source)).hasSize(4);
    }

    @Test
    void aTopicWaitsUntilItsSourceIsRegistered() {
        String source = "late-" + UUID.randomUUID().toString().substring(0, 8);
        send(source, event(source, "d-1", 1, "received", received()));
        register(source, Map.of());

        awaitMessages(source, 1);
        assertThat(books(source).path("duplicates").asLong()).isZero();
    }

    @Test
    void overTheQuotaMessagesStayInTheTopic() {
        String source = register(fresh(), Map.of("quotaPerMinute", 120));
        for (int i = 1; i <= 130; i++) {
            send(source, event(source, "q-" + i, 1, "received", received()));
        }
        awaitMessages(source, 130);
        assertThat(books(source).path("rejected").asLong()).isZero();
        assertThat(books(source).path("duplicates").asLong()).isZero();
    }

    @Test
    void aConsumerThatIsStoppedInTheMiddleCountsNothingTwice() {
        String source = register();
        var consumer = context.getBean("feedConsumer", SmartLifecycle.class);
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 60; i++) {
                String id = "r-" + round + "-" + i;
                send(source, event(source, id, 1, "received", received()));
                send(source, event(source, id, 2, "finished", Map.of("result", "6")));
            }
            consumer.stop();
            consumer.start();
        }
        awaitMessages(source, 480);
        assertThat(books(source).path("duplicates").asLong()).isZero();
        assertThat(books(source).path("finished").asLong()).isEqualTo(240);
    }

    // ---------------------------------------------------------------------------------------- http

    @Test
    void aBatchOverHttpIsAnsweredEventByEvent() {
        String source = register();
        List<Map<String, Object>> batch =
                List.of(
                        event(source, "e-1", 1, "received", received()),
                        event(source, "e-1", 3, "finished", Map.of("result", "6")),
                        event(source, "e-2", 1, "received", Map.of("department", "Tax")),
                        event(source, "e-1", 1, "received", received()));
        Answer answer =
                http.post(
                        FEEDS,
                        system(source),
                        batch,
                        "Content-Type",
                        "application/cloudevents-batch+json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(outcomes(answer))
                .containsExactly("ACCEPTED", "WAITING", "REJECTED", "DUPLICATE");
        assertThat(answer.json().at("/events/1/expected").asLong()).isEqualTo(2);
        assertThat(answer.json().at("/events/2/reasons/0/code").asString())
                .isEqualTo("feed-department-not-registered");
        assertThat(answer.json().at("/events/2/reasons/0/message").asString()).contains("Tax");

        Answer waiting = http.get("/api/v1/exchange/waiting?source=" + source, operator());
        assertThat(waiting.json().at("/items/0/expected").asLong()).isEqualTo(2);
        assertThat(outcomes(feed(source, event(source, "e-1", 2, "step", Map.of("activity", "x")))))
                .containsExactly("ACCEPTED");
        assertThat(books(source).path("finished").asLong()).isEqualTo(1);
        assertThat(books(source).path("waiting").asLong()).isZero();
    }

    @Test
    void bothPathsTellTheSame() {
        String source = register();
        Map<String, Object> received = event(source, "f-1", 1, "received", received());
        feed(source, received);
        send(source, received);

        await().untilAsserted(
                        () -> assertThat(books(source).path("duplicates").asLong()).isEqualTo(1));
        assertThat(books(source).path("conflicts").asLong()).isZero();
        assertThat(books(source).path("messages").asLong()).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        String source = register();
        List<Map<String, Object>> batch = List.of(event(source, "g-1", 1, "received", received()));
        String key = UUID.randomUUID().toString();
        Answer first = http.post(FEEDS, system(source), batch, "Idempotency-Key", key);
        Answer again = http.post(FEEDS, system(source), batch, "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(books(source).path("duplicates").asLong()).isZero();
    }

    @Test
    void aBodyThatNamesAnotherSourceIsRefusedWhole() {
        String honest = register();
        String forger = register();
        Answer answer =
                http.post(
                        FEEDS,
                        system(forger),
                        List.of(
                                event(forger, "h-1", 1, "received", received()),
                                event(honest, "h-2", 1, "received", received())));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.objections()).containsExactly("feed-source-forged");
        for (String source : List.of(honest, forger)) {
            assertThat(books(source).path("cases").asLong()).isZero();
            assertThat(books(source).path("rejected").asLong()).isZero();
        }
    }

    @Test
    void aSystemThatIsNotRegisteredFeedsNothing() {
        String token = tokens.of(Role.DEPARTMENT_SYSTEM).client("department-system-nobody").mint();
        Answer answer = http.post(FEEDS, token, List.of(Map.of("type", "x")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.objections()).containsExactly("feed-source-unregistered");
    }

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

    @Test
    void overTheQuotaHttpSaysWhenToComeBack() {
        String source = register(fresh(), Map.of("quotaPerMinute", 1));
        Map<String, Object> received = event(source, "k-1", 1, "received", received());
        assertThat(feed(source, received).status()).isEqualTo(200);
        Answer refused =
                http.post(
                        FEEDS,
                        system(source),
                        List.of(event(source, "k-2", 1, "received", received())));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(Objects.requireNonNull(refused.header("Retry-After"))))
                .isBetween(1L, 61L);
        assertThat(books(source).path("cases").asLong()).isEqualTo(1);
    }

    // --------------------------------------------------------------------------------------- abuse

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

    // ------------------------------------------------------------------------------------- sources

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

    @Test
    void bothSidesCanCompareByDay() throws Exception {
        String source = register();
        feed(
                source,
                event(source, "n-2", 1, "received", received()),
                event(source, "n-1", 1, "received", received()),
                event(source, "n-1", 2, "finished", Map.of("result", "6")));
        JsonNode days =
                http.get("/api/v1/exchange/reconciliations/days?source=" + source, operator())
                        .json()
                        .path("items");
        long ms = START.toEpochMilli();
        String lines =
                String.join(
                        "\n",
                        "n-1/1/received/" + (ms + 60_000),
                        "n-1/2/finished/" + (ms + 120_000),
                        "n-2/1/received/" + (ms + 60_000));
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest(lines.getBytes(StandardCharsets.UTF_8));
        assertThat(days).hasSize(1);
        assertThat(days.get(0).path("messages").asLong()).isEqualTo(3);
        assertThat(days.get(0).path("checksum").asString())
                .isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }

    // --------------------------------------------------------------------------------------- words

    private static String fresh() {
        return "s-" + UUID.randomUUID().toString().substring(0, 12);
    }

    private String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    private String system(String source) {
        return tokens.of(Role.DEPARTMENT_SYSTEM).client("department-system-" + source).mint();
    }

    private String register() {
        return register(fresh(), Map.of());
    }

    private String register(String source, Map<String, Object> more) {
        Answer answer =
                http.post("/api/v1/exchange/sources", operator(), registration(source, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return source;
    }

    private void change(String source, Map<String, Object> more) {
        String path = "/api/v1/exchange/sources/" + source;
        String version = Objects.requireNonNull(http.get(path, operator()).header("ETag"));
        Answer answer = http.put(path, operator(), registration(source, more), "If-Match", version);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Map<String, Object> registration(String source, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", source);
        body.put("name", Map.of("zh", "环境许可系统", "en", "Environmental permits"));
        body.put("region", District.REGION);
        body.put("departments", departments("General"));
        body.put("calendar", "instants-only");
        body.putAll(more);
        return body;
    }

    private static List<Object> departments(String... names) {
        return List.of(Map.of("code", "431103-HJ", "names", List.of(names)));
    }

    private static Map<String, Object> received() {
        return Map.of(
                "department",
                "General",
                "channel",
                "Internet",
                "declaredDue",
                START.plus(Duration.ofDays(10)).toString());
    }

    private static Map<String, Object> event(
            String source,
            String sourceCase,
            long sequence,
            String type,
            Map<String, Object> data) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.put("sourceCase", sourceCase);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", sourceCase + "/" + sequence);
        event.put("type", "org.oneseal.exchange." + type);
        event.put("source", source);
        event.put("subject", sourceCase);
        event.put("time", START.plusSeconds(60 * sequence).toString());
        event.put("sequence", sequence);
        event.put("data", all);
        return event;
    }

    private Answer feed(String source, Object... events) {
        Answer answer = http.post(FEEDS, system(source), List.of(events));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** The same event on the topic of a source, which need not be the one it names. */
    private void send(String topicOf, Map<String, Object> event) {
        ProducerRecord<String, byte @Nullable []> message =
                new ProducerRecord<>(
                        topic(topicOf),
                        String.valueOf(event.get("subject")),
                        JSON.writeValueAsBytes(event.get("data")));
        event.forEach(
                (name, value) -> {
                    if (name.equals("data")) return;
                    message.headers()
                            .add(
                                    "ce_" + name,
                                    String.valueOf(value).getBytes(StandardCharsets.UTF_8));
                });
        topics.send(message);
    }

    private static String topic(String source) {
        return "oneseal.exchange.in." + source + ".v1";
    }

    private void awaitMessages(String source, long count) {
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> assertThat(books(source).path("messages").asLong()).isEqualTo(count));
    }

    private JsonNode books(String source) {
        Answer answer = http.get("/api/v1/exchange/reconciliations?source=" + source, operator());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode rejections(String source) {
        return http.get("/api/v1/exchange/rejections?source=" + source, operator())
                .json()
                .path("items");
    }

    private String caseOf(String source, String sourceCase) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "SELECT id FROM cases WHERE source = ? AND source_case = ?",
                        String.class,
                        source,
                        sourceCase));
    }

    private List<Topics.Message> eventsOf(String key) {
        return topics.all("oneseal.cases.v1").stream().filter(m -> key.equals(m.key())).toList();
    }

    private static String header(Topics.Message message, String name) {
        return Objects.requireNonNull(message.headers().get(name));
    }

    private static String outcome(Answer answer) {
        return answer.json().path("outcome").asString();
    }

    private static List<String> outcomes(Answer answer) {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode event : answer.json().path("events")) {
            outcomes.add(event.path("outcome").asString());
        }
        return outcomes;
    }
}
