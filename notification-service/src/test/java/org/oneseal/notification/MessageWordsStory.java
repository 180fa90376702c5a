package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.notification.Inboxes.party;
import static org.oneseal.notification.Inboxes.sample;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In which words a message tells what happened: by the case, its language and its region. */
@PlatformTest
class MessageWordsStory {

    private static final String REGION = "431103000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    private Inboxes inboxes() {
        return new Inboxes(http, tokens, topics);
    }

    @BeforeEach
    void itIsTuesday() {
        clock.setTo(Inboxes.NOW);
    }

    @Test
    void aRegionTakesItsOwnWordsForATimeAndGivesThemUp() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region("431102000000").mint();
        Map<String, Object> words = Inboxes.words("431102000000", Inboxes.NOW.plusSeconds(60));
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
        inboxes().happens("case-" + UUID.randomUUID(), "withdrawn", 1, party, before, Inboxes.NOW);
        assertThat(inboxes().awaitOne(party).path("body").asString()).startsWith("您的");

        clock.setTo(Inboxes.NOW.plusSeconds(120));
        String later = party();
        inboxes()
                .happens(
                        "case-" + UUID.randomUUID(),
                        "withdrawn",
                        1,
                        later,
                        before,
                        Inboxes.NOW.plusSeconds(90));
        assertThat(inboxes().awaitOne(later).path("body").asString()).startsWith("零陵区：");

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
        inboxes()
                .happens(
                        "case-" + UUID.randomUUID(),
                        "withdrawn",
                        1,
                        last,
                        before,
                        Inboxes.NOW.plusSeconds(180));
        assertThat(inboxes().awaitOne(last).path("body").asString()).startsWith("您的");
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
        inboxes().happens("case-" + UUID.randomUUID(), "extended", 1, party, legalAlone);
        assertThat(inboxes().awaitOne(party).path("body").asString()).doesNotContain("承诺");
    }

    private String extended(@Nullable String promise, String language) {
        String party = party();
        ObjectNode extended = sample("extended");
        extended.remove("promiseAfter");
        if (promise != null) extended.put("promiseAfter", promise);
        inboxes().happens("case-" + UUID.randomUUID(), "extended", 1, party, extended);
        inboxes().awaitOne(party);
        return inboxes().of(party, language).getFirst().path("body").asString();
    }

    @Test
    void aRefusedDecisionTellsItsReasonAndTheRemedy() {
        String party = party();
        ObjectNode decided = sample("decided");
        decided.put("granted", false).put("reason", "场所不符合要求").put("ground", "食品安全法 art. 33");
        inboxes().happens("case-" + UUID.randomUUID(), "decided", 1, party, decided);

        JsonNode message = inboxes().awaitOne(party);
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
        inboxes().happens("case-" + UUID.randomUUID(), "not-accepted", 1, party, withdrawn);

        assertThat(inboxes().awaitOne(party).path("body").asString())
                .doesNotContain("11010519491231002X")
                .doesNotContain("13812345678")
                .contains("1101**********002X");
    }

    private static void in(String region, ObjectNode data) {
        ((ObjectNode) Objects.requireNonNull(data.get("case"))).put("region", region);
    }
}
