package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A decree moves many cases; nobody is told of it more often than needed. */
@PlatformTest
class MovedDatesStory {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Subscriptions subscriptions;

    private final String firm = "431103-" + UUID.randomUUID();
    private final String person = "431103-" + UUID.randomUUID();
    private final String decree = "made-up decree " + UUID.randomUUID();

    @BeforeEach
    void itIsTuesday() {
        clock.setTo(NOW);
    }

    /** Other tests compare all messages before and after a rebuild. */
    @AfterEach
    void nothingWaits() {
        jdbc.sql("DELETE FROM moved_dates").update();
        jdbc.sql("DELETE FROM moved_date").update();
        jdbc.sql("DELETE FROM messages WHERE kind IN ('case-rebased', 'cases-rebased')").update();
        clock.setTo(NOW);
    }

    @Test
    void aFirmWithManyCasesIsToldOnceAndAPersonWithOneInItsOwnWords() {
        for (int n = 1; n <= 12; n++) moved(firm, decree, n);
        moved(person, decree, 1);
        await().atMost(Patience.SOON).until(() -> waiting() == 13);
        clock.advance(Duration.ofMinutes(9));
        moved(firm, decree, 13);
        await().atMost(Patience.SOON).until(() -> waiting() == 14);
        clock.advance(Duration.ofMinutes(2));
        await().atMost(Patience.SOON).until(() -> inbox(person, "zh-CN").size() == 1);
        assertThat(inbox(firm, "zh-CN")).as("its cases still come in").isEmpty();
        clock.advance(Duration.ofMinutes(9));
        await().atMost(Patience.SOON).until(() -> inbox(firm, "zh-CN").size() == 1);

        JsonNode one = inbox(person, "zh-CN").getFirst();
        assertThat(one.path("kind").asString()).isEqualTo("case-rebased");
        assertThat(one.path("body").asString()).contains(decree, "moved-1", "2026年11月25日");
        JsonNode all = inbox(firm, "zh-CN").getFirst();
        assertThat(all.path("kind").asString()).isEqualTo("cases-rebased");
        assertThat(all.path("caseId").isString()).isFalse();
        assertThat(all.path("body").asString())
                .contains(decree, "13 件", "食品经营许可（新办）", "2026年11月25日", "……")
                .doesNotContain("{");
        assertThat(inbox(firm, "en").getFirst().path("body").asString())
                .contains("13 of your applications", "by 25 November 2026");
        assertThat(waiting()).isZero();

        moved(firm, decree, 14);
        await().atMost(Patience.SOON).until(() -> waiting() == 1);
        clock.advance(Duration.ofMinutes(11));
        await().atMost(Patience.SOON).until(() -> inbox(firm, "zh-CN").size() == 2);
        assertThat(inbox(firm, "zh-CN"))
                .as("one that comes after all is told of too")
                .extracting(message -> message.path("kind").asString())
                .containsExactlyInAnyOrder("cases-rebased", "case-rebased");
    }

    @Test
    void whoKeepsBeingMovedIsToldAfterAnHourAllTheSame() {
        for (int n = 1; n <= 6; n++) {
            moved(firm, decree, n);
            int so = n;
            await().atMost(Patience.SOON).until(() -> waiting() == so);
            clock.advance(Duration.ofMinutes(9));
        }
        assertThat(inbox(firm, "zh-CN")).isEmpty();
        moved(firm, decree, 1);
        await().atMost(Patience.SOON)
                .until(() -> handled(id(firm, 1)) == 2 && inbox(firm, "zh-CN").isEmpty());
        clock.setTo(NOW.plus(Duration.ofMinutes(60)).plusSeconds(1));
        await().atMost(Patience.SOON).until(() -> inbox(firm, "zh-CN").size() == 1);
        assertThat(inbox(firm, "zh-CN").getFirst().path("body").asString())
                .as("twice moved is one case")
                .contains("6 件");
    }

    @Test
    void twoDecreesAreTwoMessagesAndARebuildEndsEqual() {
        for (int n = 1; n <= 3; n++) moved(firm, decree, n);
        for (int n = 4; n <= 5; n++) moved(firm, decree + " b", n);
        await().atMost(Patience.SOON).until(() -> waiting() == 5);
        clock.advance(Duration.ofMinutes(11));
        await().atMost(Patience.SOON).until(() -> inbox(firm, "zh-CN").size() == 2);
        List<JsonNode> before = inbox(firm, "zh-CN");

        subscriptions.rebuild("notification-cases");
        await().atMost(Patience.SOON).until(() -> waiting(firm) == 5);
        assertThat(inbox(firm, "zh-CN")).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        await().atMost(Patience.SOON).until(() -> inbox(firm, "zh-CN").size() == 2);
        assertThat(inbox(firm, "zh-CN")).isEqualTo(before);
    }

    private void moved(String party, String by, int number) {
        ObjectNode data =
                (ObjectNode)
                        Objects.requireNonNull(
                                        Contracts.of("case-service").samples().get("rebased"))
                                .deepCopy();
        ObjectNode about = (ObjectNode) Objects.requireNonNull(data.get("case"));
        about.put("caseId", id(party, number)).put("party", party);
        about.put("caseNumber", "moved-" + number);
        data.put("decree", by);
        topics.send(
                "oneseal.cases.v1",
                id(party, number),
                "org.oneseal.cases.rebased",
                handled(id(party, number)) + 1,
                NOW,
                about.path("region").asString(),
                "431103-SJ",
                data);
    }

    private static String id(String party, int number) {
        return party + "-" + number;
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM moved_date WHERE starts_with(decree, ?)")
                .param(decree)
                .query(Long.class)
                .single();
    }

    private long waiting(String party) {
        return jdbc.sql("SELECT count(*) FROM moved_date WHERE party = ?")
                .param(party)
                .query(Long.class)
                .single();
    }

    private long handled(String caseId) {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(last_sequence), 0) FROM inbox_key
                         WHERE subscription = 'notification-cases' AND key = ?
                        """)
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private List<JsonNode> inbox(String party, String language) {
        return http.get(
                        "/api/v1/messages?limit=200",
                        tokens.of(Role.APPLICANT).party(party).mint(),
                        "Accept-Language",
                        language)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
