package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.Topics;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger's topic tells, and the totals that are kept of it. */
record Bookings(Topics topics, JdbcTemplate jdbc) {

    static String fresh() {
        return "n-" + UUID.randomUUID();
    }

    void send(String key, long sequence, int amount) {
        topics.send(
                "oneseal.ledger.v1",
                key,
                "org.oneseal.ledger.noted",
                sequence,
                Instant.parse("2026-05-06T01:00:00Z"),
                "431103000000",
                null,
                Map.of("amount", amount, "somethingNew", true));
    }

    void awaitTotal(String id, long expected) {
        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(total(id)).isEqualTo(expected));
    }

    long total(String id) {
        return jdbc.queryForList("SELECT amount FROM total WHERE id = ?", Long.class, id).stream()
                .findFirst()
                .orElse(-1L);
    }

    Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        jdbc.query(
                "SELECT id, amount FROM total",
                r -> {
                    totals.put(r.getString(1), r.getLong(2));
                });
        return totals;
    }
}
