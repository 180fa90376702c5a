package org.oneseal.credit;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Decisions of a district and the records that are made public of them, for stories. */
record Publicity(Http http, Tokens tokens, Topics topics, JdbcTemplate jdbc) {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    District district() {
        return new District(topics);
    }

    String officer(String region) {
        return tokens.of(Role.CREDIT_OFFICER).region(region).mint();
    }

    /** The calendar is known, and in 零陵区 an officer publishes by hand. */
    void calendarAndRules() {
        district().calendar2026();
        await().atMost(Patience.SOON)
                .until(() -> count("SELECT count(*) FROM calendar_years WHERE year = 2026") == 1);
        jdbc.update(
                """
                INSERT INTO publicity_rules VALUES
                    ('by-hand', '431102000000', NULL, DATE '2015-01-01', NULL, 7, 5,
                     'WITHHELD', 'BY_OFFICER', '普通', 'test')
                ON CONFLICT DO NOTHING
                """);
    }

    JsonNode awaitState(String caseId, String state) {
        return awaitState(caseId, state, officer(District.LENGSHUITAN));
    }

    /** The record of a case, once it has come so far for the reader. */
    JsonNode awaitState(String caseId, String state, String token) {
        return await().atMost(Patience.SOON)
                .until(
                        () -> {
                            for (String id :
                                    jdbc.queryForList(
                                            "SELECT id FROM publicity_records WHERE case_id = ?",
                                            String.class,
                                            caseId)) {
                                JsonNode record =
                                        http.get("/api/v1/credit-records/" + id, token).json();
                                if (record.path("state").asString("").equals(state)) return record;
                            }
                            return null;
                        },
                        Objects::nonNull);
    }

    List<String> told(String recordId) {
        return topics.all("oneseal.credit.v1").stream()
                .filter(m -> recordId.equals(m.key()))
                .map(m -> Objects.requireNonNull(m.headers().get("ce_type")))
                .toList();
    }

    long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
