package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.node.ObjectNode;

/** From what happened to a case to the inbox of whoever is to know. */
@PlatformTest
class InboxStory {

    private static final String REGION = "431103000000";
    private static final String PATH = "/api/v1/messages";
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
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

    @BeforeEach
    void itIsTuesday() {
        clock.setTo(NOW);
    }

    @Test
    void anApplicantReadsTheWholeWayOfACaseInBothLanguages() {
        String party = party();
        String caseId = "case-" + UUID.randomUUID();
        long sequence = 1;
        for (String event : TOLD) happens(caseId, event, sequence++, party, sample(event));
        // nobody is told of these
        for (String event : List.of("step-started", "finished", "delivered")) {
            happens(caseId, event, sequence++, party, sample(event));
        }
        await().until(() -> handled(caseId) == TOLD.size() + 3);

        List<JsonNode> inbox = inbox(party, "zh-CN");
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
        JsonNode accepted = of(inbox, "case-accepted");
        assertThat(accepted.path("title").asString()).isEqualTo("申请已受理");
        assertThat(accepted.path("body").asString()).contains("年").contains("日");
        JsonNode english = of(inbox(party, "en"), "case-accepted");
        assertThat(english.path("language").asString()).isEqualTo("en");
        assertThat(english.path("title").asString()).isEqualTo("Application accepted");
        assertThat(english.path("body").asString()).contains("2026");
        assertThat(of(inbox, "case-promised").path("body").asString())
                .contains("卫生检测报告（2027年1月18日前）、从业人员健康合格证明（2027年1月18日前）")
                .contains("国办发〔2020〕42号");
        assertThat(of(inbox, "promise-fulfilled").path("body").asString()).contains("卫生检测报告");
        assertThat(of(inbox(party, "en"), "promise-overdue").path("body").asString())
                .contains("by 18 January 2027: 从业人员健康合格证明");
        assertThat(inbox(party(), "zh-CN")).isEmpty();

        await().untilAsserted(() -> assertThat(deliveredTo(party)).hasSize(TOLD.size()));
        Contracts contracts = Contracts.of("notification-service");
        deliveredTo(party).forEach(delivered -> contracts.assertValid("delivered", delivered));
    }

    /** Whatever becomes of the promise is told beside the legal date, in both languages. */
    @Test
    void anExtensionTellsThePromisedDateToo() {
        assertThat(extended("MOVES", "zh-CN")).endsWith("承诺办结时间一并顺延至 2026年11月25日17:30。");
        assertThat(extended("MOVES", "en"))
                .contains("Now due by law on 30 December 2026 17:30.")
                .endsWith(" The promised date moves along to 25 November 2026 17:30.");
        assertThat(extended("STANDS", "zh-CN"))
                .contains("延长后法定办结期限：2026年12月30日17:30。")
                .endsWith("承诺办结时间不变，仍为 2026年11月25日17:30。");
        assertThat(extended("STANDS", "en"))
                .endsWith(" The promised date stays 25 November 2026 17:30.");
        assertThat(extended("OVER", "zh-CN")).endsWith("承诺办结时间 2026年11月25日17:30 已过，不再顺延。");
        assertThat(extended("OVER", "en")).endsWith("17:30, was over by then and stays.");
        assertThat(extended("NONE", "zh-CN")).endsWith("2026年12月30日17:30。").doesNotContain("承诺");
        assertThat(extended("NONE", "en")).endsWith("due by law on 30 December 2026 17:30.");
    }

    /** Events of earlier days do not tell what became of the promise, but when it is due. */
    @Test
    void anOldExtensionIsStillRead() {
        assertThat(extended(null, "zh-CN")).endsWith("承诺办结时间：2026年11月25日17:30。");
        assertThat(extended(null, "en")).endsWith(" Promised by 25 November 2026 17:30.");
        String party = party();
        ObjectNode legalAlone = sample("extended");
        legalAlone.remove("promiseAfter");
        ((ObjectNode) legalAlone.path("clock"))
                .set("promisedDue", legalAlone.path("clock").path("legalDue"));
        happens("case-" + UUID.randomUUID(), "extended", 1, party, legalAlone);
        assertThat(awaitOne(party).path("body").asString()).doesNotContain("承诺");
    }

    private String extended(@Nullable String promise, String language) {
        String party = party();
        ObjectNode extended = sample("extended");
        extended.remove("promiseAfter");
        if (promise != null) extended.put("promiseAfter", promise);
        happens("case-" + UUID.randomUUID(), "extended", 1, party, extended);
        awaitOne(party);
        return inbox(party, language).getFirst().path("body").asString();
    }

    @Test
    void aRefusedDecisionTellsItsReasonAndTheRemedy() {
        String party = party();
        ObjectNode decided = sample("decided");
        decided.put("granted", false).put("reason", "场所不符合要求").put("ground", "食品安全法 art. 33");
        happens("case-" + UUID.randomUUID(), "decided", 1, party, decided);

        JsonNode message = awaitOne(party);
        assertThat(message.path("kind").asString()).isEqualTo("case-refused");
        assertThat(message.path("body").asString())
                .contains("场所不符合要求")
                .contains("食品安全法 art. 33")
                .contains("行政复议");
    }

    @Test
    void whatOfficersWroteIsTakenWithoutPersonalNumbers() {
        String party = party();
        ObjectNode withdrawn = sample("not-accepted");
        withdrawn.put("reason", "证件 11010519491231002X 不符，请拨打 13812345678");
        happens("case-" + UUID.randomUUID(), "not-accepted", 1, party, withdrawn);

        assertThat(awaitOne(party).path("body").asString())
                .doesNotContain("11010519491231002X")
                .doesNotContain("13812345678")
                .contains("1101**********002X");
    }

    @Test
    void anEventToldAgainIsOneMessage() {
        String party = party();
        String caseId = "case-" + UUID.randomUUID();
        happens(caseId, "accepted", 1, party, sample("accepted"));
        happens(caseId, "accepted", 1, party, sample("accepted"));
        happens(caseId, "withdrawn", 2, party, sample("withdrawn"));
        await().until(() -> handled(caseId) == 2);
        assertThat(inbox(party, "zh-CN")).hasSize(2);
    }

    @Test
    void aMessageIsMarkedReadByItsReaderAlone() {
        String party = party();
        happens("case-" + UUID.randomUUID(), "accepted", 1, party, sample("accepted"));
        String path = PATH + "/" + awaitOne(party).path("id").asString();

        assertThat(http.get(path, applicant(party())).status()).isEqualTo(404);
        assertThat(http.post(path + "/read", applicant(party()), null).status()).isEqualTo(404);
        assertThat(http.get(path, null).status()).isEqualTo(401);
        var read = http.post(path + "/read", applicant(party), null);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().path("read").asBoolean()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(http.post(path + "/read", applicant(party), null).json().path("readAt"))
                .isEqualTo(read.json().path("readAt"));
        assertThat(http.get(PATH + "?unread=true", applicant(party)).json().path("items").size())
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
                NOW,
                REGION,
                department,
                card);

        String officer = officer(Role.CASE_OFFICER, department);
        JsonNode message = await().until(() -> first(http.get(PATH, officer)), Objects::nonNull);
        assertThat(message.path("title").asString()).isEqualTo("红牌：食品经营许可（新办）");
        String path = PATH + "/" + message.path("id").asString();
        assertThat(http.get(path, officer(Role.CHIEF_APPROVER, department)).status())
                .isEqualTo(200);
        assertThat(http.get(path, officer(Role.WINDOW_CLERK, department)).status()).isEqualTo(404);
        assertThat(http.get(path, officer(Role.CASE_OFFICER, "431103-other")).status())
                .isEqualTo(404);
        assertThat(http.get(path, applicant(party())).status()).isEqualTo(404);
        http.post(path + "/read", officer, null);
        assertThat(
                        http.get(path, officer(Role.CHIEF_APPROVER, department))
                                .json()
                                .path("read")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void aRegionTakesItsOwnWordsForATimeAndGivesThemUp() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region("431102000000").mint();
        Map<String, Object> words = words("431102000000", NOW.plusSeconds(60));
        words.put("bodyZh", "{unknown}");
        assertThat(http.post("/api/v1/templates", operator, words).objections())
                .containsExactly("template-variable-unknown");
        words.put("bodyZh", "零陵区：{itemName}");
        var saved = http.post("/api/v1/templates", operator, words);
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        assertThat(http.post("/api/v1/templates", operator, words).objections())
                .containsExactly("template-exists");
        String path = "/api/v1/templates/" + saved.json().path("id").asString();

        String party = party();
        ObjectNode before = sample("withdrawn");
        in("431102000000", before);
        happens("case-" + UUID.randomUUID(), "withdrawn", 1, party, before, NOW);
        assertThat(awaitOne(party).path("body").asString()).startsWith("您的");

        clock.setTo(NOW.plusSeconds(120));
        String later = party();
        happens("case-" + UUID.randomUUID(), "withdrawn", 1, later, before, NOW.plusSeconds(90));
        assertThat(awaitOne(later).path("body").asString()).startsWith("零陵区：");

        String neighbour = tokens.of(Role.PLATFORM_OPERATOR).region(REGION).mint();
        assertThat(http.get(path, neighbour).status()).isEqualTo(404);
        assertThat(http.post(path + "/end", neighbour, null, "If-Match", "\"1\"").status())
                .isEqualTo(404);
        assertThat(http.post(path + "/end", operator, null, "If-Match", "\"9\"").objections())
                .containsExactly("stale-version");
        var ended = http.post(path + "/end", operator, null, "If-Match", "\"1\"");
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.header("ETag")).isEqualTo("\"2\"");

        String last = party();
        happens("case-" + UUID.randomUUID(), "withdrawn", 1, last, before, NOW.plusSeconds(180));
        assertThat(awaitOne(last).path("body").asString()).startsWith("您的");
    }

    @Test
    void aRebuildFromTheTopicsEndsEqual() {
        String party = party();
        String caseId = "case-" + UUID.randomUUID();
        long sequence = 1;
        for (String event : TOLD) happens(caseId, event, sequence++, party, sample(event));
        await().until(() -> inbox(party, "zh-CN").size() == TOLD.size());
        http.post(
                PATH + "/" + inbox(party, "zh-CN").getFirst().path("id").asString() + "/read",
                applicant(party),
                null);
        String messages = jdbc.queryForList("SELECT * FROM messages ORDER BY id").toString();
        List<JsonNode> seen = inbox(party, "en");

        subscriptions.rebuild("notification-cases");
        subscriptions.rebuild("notification-cards");
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                subscriptions.isCaughtUp("notification-cases")
                                        && subscriptions.isCaughtUp("notification-cards"));

        assertThat(jdbc.queryForList("SELECT * FROM messages ORDER BY id").toString())
                .isEqualTo(messages);
        assertThat(inbox(party, "en")).isEqualTo(seen);
    }

    static Map<String, Object> words(String region, Instant from) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("kind", "case-withdrawn");
        words.put("region", region);
        words.put("effectiveFrom", from.toString());
        words.put("effectiveTo", null);
        words.put("titleZh", "申请已撤回");
        words.put("bodyZh", "{itemName}");
        words.put("titleEn", "Application withdrawn");
        words.put("bodyEn", "{itemName}");
        return words;
    }

    private static ObjectNode sample(String event) {
        return (ObjectNode)
                Objects.requireNonNull(Contracts.of("case-service").samples().get(event))
                        .deepCopy();
    }

    private static void in(String region, ObjectNode data) {
        ((ObjectNode) Objects.requireNonNull(data.get("case"))).put("region", region);
    }

    private void happens(
            String caseId, String event, long sequence, String party, ObjectNode data) {
        happens(caseId, event, sequence, party, data, NOW.plusSeconds(sequence));
    }

    private void happens(
            String caseId, String event, long sequence, String party, ObjectNode data, Instant at) {
        ObjectNode about = (ObjectNode) Objects.requireNonNull(data.get("case"));
        about.put("caseId", caseId).put("party", party);
        topics.send(
                "oneseal.cases.v1",
                caseId,
                "org.oneseal.cases." + event,
                sequence,
                at,
                about.path("region").asString(),
                "431103-SJ",
                data);
    }

    private List<JsonNode> inbox(String party, String language) {
        return http.get(PATH + "?limit=200", applicant(party), "Accept-Language", language)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode awaitOne(String party) {
        return await().until(() -> first(http.get(PATH, applicant(party))), Objects::nonNull);
    }

    private static @Nullable JsonNode first(Http.Answer answer) {
        return answer.json().path("items").get(0);
    }

    private static JsonNode of(List<JsonNode> inbox, String kind) {
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

    private static String party() {
        return "431103-" + UUID.randomUUID();
    }

    private String applicant(String party) {
        return tokens.of(Role.APPLICANT).party(party).mint();
    }

    private String officer(Role role, String department) {
        return tokens.of(role).region(REGION).department(department).mint();
    }
}
