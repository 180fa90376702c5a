package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Replica;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two processes of credit on one database: nothing is recorded, published or told twice. */
@PlatformTest
class TwoReplicasTest {

    private static final int LICENCES = 120;

    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired ApplicationContext context;

    @Test
    void everyLicenceIsPublishedAndEveryPromiseRegisteredOnce() {
        clock.setTo(Instant.parse("2026-11-24T08:00:00Z"));
        District district = new District(topics);
        district.calendar2026();
        await().atMost(Patience.SOON).until(() -> count("calendar_years") > 0);
        try (var other = Replica.of(CreditApplication.class, context, Map.of())) {
            assertThat(other.isRunning()).isTrue();
            Set<String> cases = new LinkedHashSet<>();
            for (int i = 0; i < LICENCES; i++) {
                var decision = district.decision();
                String id = decision.send();
                cases.add(id);
                // the topic has everything at least once
                if (i % 3 == 0) decision.send();
                district.promises("promised-" + id, "twice-" + id, "431103-party", "2027-01-18");
            }
            await().atMost(Patience.SOON)
                    .untilAsserted(
                            () -> {
                                assertThat(published(cases)).hasSize(LICENCES);
                                assertThat(count("promises WHERE id LIKE 'twice-%'"))
                                        .isEqualTo(LICENCES);
                                assertThat(count("outbox")).isZero();
                            });
            List<String> records = published(cases);
            assertThat(records).doesNotHaveDuplicates();
            assertThat(count("inbox_parked")).isZero();
            for (String record : records) {
                assertThat(
                                jdbc.queryForList(
                                        "SELECT type FROM history WHERE aggregate_id = ?",
                                        String.class,
                                        record))
                        .doesNotHaveDuplicates();
            }
            Set<String> told = new HashSet<>();
            for (Topics.Message message : topics.all("oneseal.credit.v1")) {
                if (!records.contains(message.key())) continue;
                String type = String.valueOf(message.headers().get("ce_type"));
                assertThat(told.add(message.key() + " " + type)).as("told twice").isTrue();
            }
            assertThat(told.stream().filter(t -> t.endsWith("record-published"))).hasSize(LICENCES);
        }
    }

    /** The published records of these cases: other stories share the database. */
    private List<String> published(Set<String> cases) {
        return jdbc
                .queryForList("SELECT id, case_id FROM publicity_records WHERE state = 'PUBLISHED'")
                .stream()
                .filter(row -> cases.contains(String.valueOf(row.get("case_id"))))
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    private long count(String from) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM " + from, Long.class);
        return count == null ? 0 : count;
    }
}
