package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.platform.testkit.ledger.Bookings.fresh;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a service is told by others has its effect once, and what is wrong holds up nothing else.
 */
@PlatformTest
class InboxStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;

    private Bookings bookings() {
        return new Bookings(topics, jdbc);
    }

    @Test
    void repeatsAndOldVersionsHaveNoEffect() {
        String key = fresh();
        bookings().send(key, 1, 10);
        bookings().send(key, 3, 30);
        bookings().send(key, 2, 20);
        bookings().send(key, 3, 30);
        bookings().send(key, 1, 10);
        bookings().send(key, 4, 40);
        bookings().awaitTotal(key, 80);
        await().during(Duration.ofMillis(300)).untilAsserted(() -> bookings().awaitTotal(key, 80));
    }

    @Test
    void aPoisonedEventStopsOnlyItsOwnKeyUntilReplay() {
        LedgerApplication.Totals.poisonous = true;
        String bad = fresh();
        String good = fresh();
        bookings().send(bad, 1, 666);
        bookings().send(bad, 2, 1);
        bookings().send(good, 1, 2);
        topics.send(new ProducerRecord<>("oneseal.ledger.v1", good, "{no event".getBytes()));
        bookings().awaitTotal(good, 2);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.queryForList(
                                                        """
                                                        SELECT sequence FROM inbox_parked
                                                         WHERE key = ? ORDER BY sequence
                                                        """,
                                                        Long.class,
                                                        bad))
                                        .containsExactly(1L, 2L));
        await().untilAsserted(
                        () ->
                                assertThat(topics.all("oneseal.ledger.v1.dlt"))
                                        .anyMatch(m -> bad.equals(m.key()))
                                        .anyMatch(
                                                m ->
                                                        Objects.requireNonNull(
                                                                        m.headers().get("reason"))
                                                                .startsWith("malformed")));
        LedgerApplication.Totals.poisonous = false;
        String operator = tokens.of(Role.PLATFORM_OPERATOR).mint();
        var answer =
                http.post(
                        "/api/v1/ledger/operations/projections/totals/parked/" + bad + "/replay",
                        operator,
                        null);

        assertThat(answer.json().path("handled").asInt()).isEqualTo(2);
        bookings().awaitTotal(bad, 667);
        bookings().send(bad, 3, 3);
        bookings().awaitTotal(bad, 670);
    }

    @Test
    void whatSendersSayInTopicsOfTheirOwnStandsForItself() {
        String one = fresh();
        String other = fresh();
        String key = fresh();
        LedgerApplication.Sayings.KNOWN.addAll(List.of(one, other));
        say(one, key, 2, Map.of("amount", 1));
        say(one, key, 1, Map.of("amount", 1));
        say(
                one,
                key,
                3,
                Map.of("amount", -1, "by", "440524188001010014", "no", 440524188001010014L));
        say(one, key, 3, Map.of("amount", 1));
        say(one, key, 4, Map.of("amount", 1));
        // The same id and key, and nothing to do with the other's.
        say(other, key, 2, Map.of("amount", 1));
        String own = one + ":" + key;

        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(LedgerApplication.Sayings.HEARD)
                                        .contains(own + "/2", own + "/1", own + "/4")
                                        .contains(other + ":" + key + "/2"));
        assertThat(LedgerApplication.Sayings.HEARD).doesNotContain(own + "/3");
        Map<String, Object> parked =
                jdbc.queryForMap(
                        """
                        SELECT reason, event::text AS event FROM inbox_parked
                         WHERE subscription = 'sayings' AND key = ?
                        """,
                        own);
        assertThat(parked.get("reason")).isEqualTo("negative");
        assertThat(String.valueOf(parked.get("event")))
                .contains("4405**********0014")
                .doesNotContain("440524188001010014");
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.all("oneseal.sayings.in." + one + ".v1.dlt"))
                                        .singleElement()
                                        .satisfies(
                                                dead ->
                                                        assertThat(dead.value())
                                                                .contains("4405**********0014")
                                                                .doesNotContain(
                                                                        "440524188001010014")));
    }

    @Test
    void whoIsNotAdmittedYetWaitsAndHoldsUpNobodyElse() {
        String early = fresh();
        String known = fresh();
        LedgerApplication.Sayings.KNOWN.add(known);
        for (int i = 1; i <= 20; i++) say(early, "k" + i % 3, i, Map.of("amount", 1));
        say(known, "k", 1, Map.of("amount", 1));
        await().atMost(Patience.SOON)
                .until(() -> LedgerApplication.Sayings.HEARD.contains(known + ":k/1"));
        assertThat(heardOf(early)).isEmpty();

        LedgerApplication.Sayings.KNOWN.add(early);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> assertThat(heardOf(early)).hasSize(20).doesNotHaveDuplicates());
    }

    private static List<String> heardOf(String sender) {
        return LedgerApplication.Sayings.HEARD.stream()
                .filter(heard -> heard.startsWith(sender + ":"))
                .toList();
    }

    private void say(String sender, String key, long sequence, Object data) {
        topics.send(
                "oneseal.sayings.in." + sender + ".v1",
                key,
                "org.oneseal.sayings.said",
                sequence,
                Instant.parse("2026-11-21T02:00:00Z"),
                "431103000000",
                null,
                data);
    }
}
