package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Events for those who come and read, each sees its own, nothing is passed by. */
@PlatformTest
class FeedStory {

    private static final String FEED = "/api/v1/feed";
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transactions;

    private final String department = "431103-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aDepartmentReadsItsOwnEventsOfEveryServicePageByPage() {
        List<String> topicsOfAll = List.of("cases", "supervision", "credit", "market");
        for (String service : topicsOfAll) {
            for (int i = 1; i <= 3; i++) {
                happens(service, service + "-" + department, i, department);
                happens(service, service + "-other-" + department, i, "431103-OTHER");
            }
        }
        await().until(() -> read(system(), 200).size() == 12);
        List<JsonNode> all = read(system(), 5);
        assertThat(all).hasSize(12).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(
                        event -> {
                            assertThat(event.path("department").asString()).isEqualTo(department);
                            assertThat(event.path("specversion").asString()).isEqualTo("1.0");
                            assertThat(event.path("data").path("note").asString())
                                    .isEqualTo("1101**********002X");
                        });
        for (String service : topicsOfAll) {
            assertThat(
                            all.stream()
                                    .filter(
                                            e ->
                                                    e.path("type")
                                                            .asString()
                                                            .contains("." + service + "."))
                                    .map(e -> e.path("sequence").asLong()))
                    .containsExactly(1L, 2L, 3L);
        }
        Http.Answer end = http.get(FEED + "?limit=200", system());
        assertThat(end.json().path("next").isNull()).isTrue();
        String cursor = end.json().path("cursor").asString();
        assertThat(http.get(FEED + "?cursor=" + cursor, system()).json().path("items").size())
                .isZero();
        happens("cases", "later-" + department, 1, department);
        await().until(
                        () ->
                                http.get(FEED + "?cursor=" + cursor, system())
                                                .json()
                                                .path("items")
                                                .size()
                                        == 1);
        assertThat(read(tokens.of(Role.PLATFORM_OPERATOR).region("430200000000").mint(), 200))
                .isEmpty();
        assertThat(read(tokens.of(Role.DEPARTMENT_SYSTEM).region("431103000000").mint(), 200))
                .as("a system without a department")
                .isEmpty();
        assertThat(read(tokens.of(Role.SUPERVISOR).region("431103000000").mint(), 200))
                .hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void anEventThatIsCommittedLateIsNotPassedBy() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        Thread late =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        transactions.executeWithoutResult(
                                                _ -> {
                                                    insert("late");
                                                    written.countDown();
                                                    hold(read);
                                                }));
        written.await();
        insert("early");
        Http.Answer before = http.get(FEED, system());
        assertThat(before.json().path("items").size()).as("held back, not overtaken").isZero();
        read.countDown();
        late.join();
        await().untilAsserted(
                        () ->
                                assertThat(read(system(), 1))
                                        .extracting(e -> e.path("id").asString())
                                        .containsExactly(id("late"), id("early")));
    }

    private void insert(String name) {
        jdbc.update(
                """
                INSERT INTO event_log (source, event_id, type, subject, key, sequence, occurred_at,
                                       recorded_at, region, province, city, county, department, data)
                VALUES ('urn:oneseal:test', ?, 'org.oneseal.cases.accepted', 's', 'k', 1, now(),
                        now(), '431103000000', '43', '4311', '431103', ?, '{}')
                """,
                id(name),
                department);
    }

    private String id(String name) {
        return name + "-" + department;
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<JsonNode> read(String token, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        while (true) {
            Http.Answer page =
                    http.get(
                            FEED + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next),
                            token);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().path("items").forEach(all::add);
            if (page.json().path("next").isNull()) return all;
            next = Objects.requireNonNull(page.json().get("next")).asString();
        }
    }

    private void happens(String service, String key, long sequence, String of) {
        topics.send(
                "oneseal." + service + ".v1",
                key,
                "org.oneseal." + service + ".something",
                sequence,
                NOW,
                "431103000000",
                of,
                Map.of("note", "11010519491231002X"));
    }

    private String system() {
        return tokens.of(Role.DEPARTMENT_SYSTEM)
                .region("431103000000")
                .department(department)
                .mint();
    }
}
