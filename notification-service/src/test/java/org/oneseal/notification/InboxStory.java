package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.notification.Inboxes.party;
import static org.oneseal.notification.Inboxes.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** From what happened to a case to the inbox of whoever is to know. */
@PlatformTest
class InboxStory {

    private static final String REGION = "431103000000";
    private static final List<String> TOLD =
            List.of(
                    "submitted",
                    "correction-requested",
                    "deemed-accepted",
                    "accepted",
                    "suspended",
                    "resumed",
                    "extended",
                    "decided",
                    "certificate-issued",
                    "promised",
                    "promise-fulfilled",
                    "promise-overdue",
                    "withdrawn",
                    "not-accepted");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    private Inboxes inboxes() {
        return new Inboxes(http, tokens, topics);
    }

    @BeforeEach
    void itIsTuesday() {
        clock.setTo(Inboxes.NOW);
    }

    @Test
    void anApplicantReadsTheWholeWayOfACaseInBothLanguages() {
        String party = party();
        String caseId = "case-" + UUID.randomUUID();
        long sequence = 1;
        for (String event : TOLD) {
            inboxes().happens(caseId, event, sequence++, party, sample(event));
        }
        // nobody is told of these
        for (String event : List.of("step-started", "finished", "delivered")) {
            inboxes().happens(caseId, event, sequence++, party, sample(event));
        }
        await().until(() -> handled(caseId) == TOLD.size() + 3);

        List<JsonNode> inbox = inboxes().of(party, "zh-CN");
        assertThat(inbox).hasSize(TOLD.size());
        assertThat(inbox)
                .allSatisfy(
                        message -> {
                            String text =
                                    message.path("title").asString()
                                            + message.path("body").asString();
                            assertThat(text).doesNotContain("{").doesNotContain("}");
                            assertThat(message.path("caseId").asString()).isEqualTo(caseId);
                            assertThat(message.path("read").asBoolean()).isFalse();
                        });
        JsonNode accepted = ofKind(inbox, "case-accepted");
        assertThat(accepted.path("title").asString()).isEqualTo("申请已受理");
        assertThat(accepted.path("body").asString()).contains("年").contains("日");
        JsonNode english = ofKind(inboxes().of(party, "en"), "case-accepted");
        assertThat(english.path("language").asString()).isEqualTo("en");
        assertThat(english.path("title").asString()).isEqualTo("Application accepted");
        assertThat(english.path("body").asString()).contains("2026");
        assertThat(ofKind(inbox, "case-promised").path("body").asString())
                .contains("卫生检测报告（2027年1月18日前）、从业人员健康合格证明（2027年1月18日前）")
                .contains("国办发〔2020〕42号");
        assertThat(ofKind(inbox, "promise-fulfilled").path("body").asString()).contains("卫生检测报告");
        assertThat(ofKind(inboxes().of(party, "en"), "promise-overdue").path("body").asString())
                .contains("by 18 January 2027: 从业人员健康合格证明");
        assertThat(inboxes().of(party(), "zh-CN")).isEmpty();

        await().untilAsserted(() -> assertThat(deliveredTo(party)).hasSize(TOLD.size()));
        Contracts contracts = Contracts.of("notification-service");
        deliveredTo(party).forEach(delivered -> contracts.assertValid("delivered", delivered));
    }

    @Test
    void anEventToldAgainIsOneMessage() {
        String party = party();
        String caseId = "case-" + UUID.randomUUID();
        inboxes().happens(caseId, "accepted", 1, party, sample("accepted"));
        inboxes().happens(caseId, "accepted", 1, party, sample("accepted"));
        inboxes().happens(caseId, "withdrawn", 2, party, sample("withdrawn"));
        await().until(() -> handled(caseId) == 2);
        assertThat(inboxes().of(party, "zh-CN")).hasSize(2);
    }

    @Test
    void aMessageIsMarkedReadByItsReaderAlone() {
        String party = party();
        inboxes().happens("case-" + UUID.randomUUID(), "accepted", 1, party, sample("accepted"));
        String path = Inboxes.PATH + "/" + inboxes().awaitOne(party).path("id").asString();

        assertThat(http.get(path, inboxes().applicant(party())).status()).isEqualTo(404);
        assertThat(http.post(path + "/read", inboxes().applicant(party()), null).status())
                .isEqualTo(404);
        assertThat(http.get(path, null).status()).isEqualTo(401);
        var read = http.post(path + "/read", inboxes().applicant(party), null);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().path("read").asBoolean()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(
                        http.post(path + "/read", inboxes().applicant(party), null)
                                .json()
                                .path("readAt"))
                .isEqualTo(read.json().path("readAt"));
        assertThat(
                        http.get(Inboxes.PATH + "?unread=true", inboxes().applicant(party))
                                .json()
                                .path("items")
                                .size())
                .isZero();
    }

    @Test
    void aCardReachesTheOfficersItNamesAndNobodyElse() {
        String department = "431103-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("cardId", "card-1");
        card.put("caseId", "case-9");
        card.put("caseNumber", "11431103006321456K4430125001000202611180007");
        card.put("itemName", "食品经营许可（新办）");
        card.put("colour", "RED");
        card.put("rule", Map.of("code", "overdue", "version", 1, "ground", "监察办法"));
        card.put("threshold", "2026-11-24T09:00:00Z");
        card.put("due", "2026-11-24T09:00:00Z");
        card.put("department", department);
        card.put("recipients", List.of("case-officer", "chief-approver"));
        topics.send(
                "oneseal.supervision.v1",
                "card-" + UUID.randomUUID(),
                "org.oneseal.supervision.card-issued",
                1,
                Inboxes.NOW,
                REGION,
                department,
                card);

        String officer = officer(Role.CASE_OFFICER, department);
        JsonNode message = inboxes().awaitFirst(officer);
        assertThat(message.path("title").asString()).isEqualTo("红牌：食品经营许可（新办）");
        String path = Inboxes.PATH + "/" + message.path("id").asString();
        assertThat(http.get(path, officer(Role.CHIEF_APPROVER, department)).status())
                .isEqualTo(200);
        assertThat(http.get(path, officer(Role.WINDOW_CLERK, department)).status()).isEqualTo(404);
        assertThat(http.get(path, officer(Role.CASE_OFFICER, "431103-other")).status())
                .isEqualTo(404);
        assertThat(http.get(path, inboxes().applicant(party())).status()).isEqualTo(404);
        http.post(path + "/read", officer, null);
        assertThat(
                        http.get(path, officer(Role.CHIEF_APPROVER, department))
                                .json()
                                .path("read")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void aRebuildFromTheTopicsEndsEqual() {
        String party = party();
        String caseId = "case-" + UUID.randomUUID();
        long sequence = 1;
        for (String event : TOLD) {
            inboxes().happens(caseId, event, sequence++, party, sample(event));
        }
        await().until(() -> inboxes().of(party, "zh-CN").size() == TOLD.size());
        http.post(
                Inboxes.PATH
                        + "/"
                        + inboxes().of(party, "zh-CN").getFirst().path("id").asString()
                        + "/read",
                inboxes().applicant(party),
                null);
        String messages = jdbc.queryForList("SELECT * FROM messages ORDER BY id").toString();
        List<JsonNode> seen = inboxes().of(party, "en");

        subscriptions.rebuild("notification-cases");
        subscriptions.rebuild("notification-cards");
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                subscriptions.isCaughtUp("notification-cases")
                                        && subscriptions.isCaughtUp("notification-cards"));

        assertThat(jdbc.queryForList("SELECT * FROM messages ORDER BY id").toString())
                .isEqualTo(messages);
        assertThat(inboxes().of(party, "en")).isEqualTo(seen);
    }

    private static JsonNode ofKind(List<JsonNode> inbox, String kind) {
        return inbox.stream()
                .filter(m -> m.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> deliveredTo(String party) {
        return topics.all("oneseal.notification.v1").stream()
                .map(m -> EventJson.reader().readTree(Objects.requireNonNull(m.value())))
                .filter(data -> data.path("party").asString("").equals(party))
                .toList();
    }

    private long handled(String caseId) {
        return jdbc
                .queryForList(
                        "SELECT last_sequence FROM inbox_key WHERE subscription ="
                                + " 'notification-cases' AND key = ?",
                        Long.class,
                        caseId)
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private String officer(Role role, String department) {
        return tokens.of(role).region(REGION).department(department).mint();
    }
}
