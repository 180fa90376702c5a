package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.TestServers;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database with cards and rules in it is brought up to date: no card loses the text it was issued
 * under, and on every day one version of a rule governs, never both and never neither.
 */
class UpgradeTest {

    private static final String NATION = "100000000000";
    private static final String NARROW = "[\"chief-approver\", \"supervisor\"]";
    private static final String WIDE = "[\"case-officer\", \"chief-approver\", \"supervisor\"]";

    private PGSimpleDataSource database = new PGSimpleDataSource();
    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeEach
    void a_database_of_the_release_before() {
        TestServers.Database made = TestServers.newDatabase();
        database = new PGSimpleDataSource();
        database.setUrl(made.url());
        database.setUser(made.user());
        database.setPassword(made.password());
        jdbc = new JdbcTemplate(database);
        migrate("015");
    }

    @Test
    void a_card_keeps_the_text_it_was_issued_under_and_its_rule_the_text_it_had() {
        card("w1.case-red-promise", "case-red-promise", NARROW, "2026-03-16");
        card(
                "w2.ticket-yellow",
                "ticket-yellow",
                "[\"case-officer\", \"chief-approver\"]",
                "2026-03-16");
        card("w3.case-red-promise", "case-red-promise", WIDE, "2026-11-20");
        List<Map<String, Object>> before = cards();

        migrate("latest");

        assertThat(cards()).isEqualTo(before);
        assertThat(text("case-red-promise", 1)).contains(NARROW);
        assertThat(text("case-red-promise", 2)).contains(WIDE);
        assertThat(text("ticket-yellow", 1))
                .as("who has that card finds the words it was issued with")
                .contains(
                        jdbc.queryForObject(
                                "SELECT ground FROM cards WHERE id = 'w2.ticket-yellow'",
                                String.class));
        assertThat(text("ticket-yellow", 2)).contains("平台默认");
        assertThat(begins("case-red-promise", 2)).isAfter(today());
        assertThat(begins("ticket-blue", 3)).isAfter(begins("ticket-blue", 2));
        oneGovernsEachDay();
    }

    @Test
    void what_a_person_set_or_ended_for_the_country_stays_as_it_is() {
        jdbc.update(
                "UPDATE card_rules SET effective_to = '2026-06-30' WHERE code = 'step-red-unanswered'");
        jdbc.update(
                """
                INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit,
                                        priority, ground, recipients, effective_from, sequence)
                VALUES ('people-red', 1, ?, 'CASE', 'RED', 'STATUTE_OVERDUE', 3, 'CALENDAR_DAY', 50,
                        '本级规定', '["auditor"]', '2026-01-01', 1)
                """,
                NATION);
        // As an earlier release left it: the circle widened in place, its own words in the history.
        told("people-red@1", "{\"recipients\": [\"supervisor\"]}");
        jdbc.update(
                """
                UPDATE card_rules SET effective_to = '2026-10-31'
                 WHERE code = 'ticket-blue' AND version = 1
                """);
        jdbc.update(
                """
                INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit,
                                        priority, ground, recipients, effective_from, sequence)
                SELECT code, 2, region, kind, colour, measure, 2, unit, priority, '全国热线规定',
                       recipients, '2026-11-01', 1
                  FROM card_rules WHERE code = 'ticket-blue' AND version = 1
                """);

        migrate("latest");

        assertThat(versions("step-red-unanswered")).isEqualTo(1);
        assertThat(text("people-red", 1)).contains("本级规定").contains("[\"supervisor\"]");
        assertThat(versions("people-red")).isEqualTo(1);
        assertThat(versions("ticket-blue")).isEqualTo(2);
        assertThat(text("ticket-blue", 2)).contains("全国热线规定");
    }

    @Test
    void what_supervises_nothing_yet_has_the_same_rules_and_one_a_day() {
        migrate("latest");
        assertThat(begins("case-red-promise", 2)).isAfterOrEqualTo(LocalDate.of(2026, 11, 24));
        oneGovernsEachDay();
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT kind || ' ' || stage FROM watch_terms
                                 WHERE effective_to IS NULL AND stage <> '' ORDER BY 1
                                """,
                                String.class))
                .containsExactly("REVIEW contacted", "TICKET called-back", "TICKET signed");
    }

    @Test
    void sums_kept_so_far_are_in_the_rollups_when_the_service_begins() {
        migrate("018");
        jdbc.update(
                """
                INSERT INTO indicators (day, region, department, item_code, channel, accepted, reports)
                SELECT '2026-01-30'::date + i % 4, '43112' || i % 3 || '000000', 'd' || i % 2,
                       'i' || i % 5, 'ONLINE', 1, 2
                  FROM generate_series(1, 60) AS i
                    ON CONFLICT DO NOTHING
                """);
        long days = count("SELECT sum(accepted) FROM indicators");

        migrate("latest");

        assertThat(count("SELECT count(*) FROM indicator_differences")).isZero();
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT side || ' ' || level || ' ' || grain || ' ' || sum(accepted)
                                       || ' ' || sum(reports) FROM indicator_rollups
                                 GROUP BY side, level, grain
                                """,
                                String.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        "ITEM NATION DAY",
                                        "ITEM NATION MONTH",
                                        "ITEM PROVINCE DAY",
                                        "ITEM PROVINCE MONTH",
                                        "ITEM CITY DAY",
                                        "ITEM CITY MONTH",
                                        "ITEM COUNTY MONTH",
                                        "TOTAL COUNTY DAY",
                                        "TOTAL COUNTY MONTH",
                                        "DEPARTMENT COUNTY DAY",
                                        "DEPARTMENT COUNTY MONTH",
                                        "OFFICE REGION DAY",
                                        "OFFICE REGION MONTH",
                                        "CHANNEL REGION DAY",
                                        "CHANNEL REGION MONTH",
                                        "WHOLE COUNTY MONTH",
                                        "WHOLE REGION MONTH")
                                .map(rows -> rows + " " + days + " " + 2 * days)
                                .toList());
    }

    @Test
    void a_replica_of_an_older_release_folds_nothing_any_more() {
        migrate("latest");

        assertThatThrownBy(
                        () ->
                                jdbc.update(
                                        """
                                        INSERT INTO indicator_rollups (side, level, grain, place,
                                               start, department, item_code, channel)
                                        VALUES ('TOTAL', 'COUNTY', 'DAY', '431120', '2026-01-30',
                                                '', '', '')
                                        """))
                .hasMessageContaining("newer release");
    }

    /** It writes whole rows, of the columns that it knows. */
    @Test
    void a_replica_of_an_older_release_goes_on_counting_what_it_knows() {
        migrate("latest");
        String counters =
                String.valueOf(
                        jdbc.queryForObject(
                                """
                                SELECT jsonb_object_agg(column_name, 3)
                                  FROM information_schema.columns
                                 WHERE table_name = 'indicators' AND data_type = 'bigint'
                                   AND column_name NOT IN ('accepted_reentered',
                                                           'accepted_on_promise')
                                """,
                                String.class));

        jdbc.update(
                """
                INSERT INTO indicators
                SELECT * FROM jsonb_populate_record(null::indicators, ?::jsonb || ?::jsonb)
                """,
                """
                {"day": "2026-03-02", "region": "431120000000", "department": "d",
                 "item_code": "i", "channel": "ONLINE"}
                """,
                counters);

        assertThat(count("SELECT accepted FROM indicators")).isEqualTo(3);
        assertThat(count("SELECT accepted_reentered + accepted_on_promise FROM indicators"))
                .isZero();
    }

    @Test
    void a_source_registered_before_its_items_were_kept_may_still_tell_of_matters() {
        migrate("024");
        jdbc.update(
                """
                INSERT INTO sources (code, version, region, departments, quota_per_minute)
                VALUES ('hotline', 2, '431103000000', '{431103-SJ}', 60)
                """);

        migrate("latest");

        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT departments::text || items::text || quota_per_minute
                                  FROM sources WHERE code = 'hotline' AND version = 2
                                """,
                                String.class))
                .containsExactly("{431103-SJ}{}60");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    /** For every rule and term that ships, on days around every border there is. */
    private void oneGovernsEachDay() {
        List<String> borders =
                jdbc.queryForList(
                        """
                        SELECT DISTINCT day::text FROM (
                            SELECT effective_from + n AS day FROM card_rules,
                                   generate_series(-1, 1) AS n WHERE effective_from > '2026-11-01'
                            UNION SELECT effective_to + n FROM card_rules, generate_series(-1, 1) AS n
                                   WHERE effective_to IS NOT NULL) AS d
                        """,
                        String.class);
        assertThat(borders).hasSizeGreaterThan(3);
        for (String day : borders) {
            assertThat(
                            jdbc.queryForList(
                                    """
                                    SELECT code FROM card_rules
                                     WHERE region = '100000000000'
                                     GROUP BY code
                                    HAVING min(effective_from) <= ?::date
                                       AND count(*) FILTER (WHERE effective_from <= ?::date
                                             AND (effective_to IS NULL OR effective_to >= ?::date)) <> 1
                                    UNION ALL
                                    SELECT kind || stage FROM watch_terms
                                     WHERE region = '100000000000'
                                     GROUP BY kind, stage
                                    HAVING min(effective_from) <= ?::date
                                       AND count(*) FILTER (WHERE effective_from <= ?::date
                                             AND (effective_to IS NULL OR effective_to >= ?::date)) <> 1
                                    """,
                                    String.class,
                                    day,
                                    day,
                                    day,
                                    day,
                                    day,
                                    day))
                    .as(day)
                    .isEmpty();
        }
    }

    private void card(String id, String rule, String recipients, String issued) {
        jdbc.update(
                """
                INSERT INTO cards (id, watch_id, case_id, case_number, kind, item_name, channel, region,
                                   colour, rule_code, rule_version, ground, recipients, threshold, due,
                                   over_by, case_sequence, known_at, issuer, issued_at, appeal_until,
                                   answer_by, state, revoked, acts, version, chain_head)
                SELECT ?, ?, 'c', 'no-c', kind, '', 'ONLINE', '431103000000', colour, code, version,
                       ground, ?::jsonb, ?::timestamptz, ?::timestamptz, 'PT0S', 1, ?::timestamptz,
                       'system', ?::timestamptz, ?::timestamptz, ?::timestamptz, 'ISSUED', false, '[]',
                       1, 'head'
                  FROM card_rules WHERE code = ? AND version = 1
                """,
                id,
                id.substring(0, 2),
                recipients,
                issued,
                issued,
                issued,
                issued,
                issued,
                issued,
                rule);
    }

    private void told(String rule, String data) {
        jdbc.update(
                """
                INSERT INTO history (aggregate_type, aggregate_id, sequence, type, occurred_at,
                                     recorded_at, region, actor, data, salt, commitment, hash)
                VALUES ('card-rule', ?, 1, 'supervision.rule-set', '2026-01-01', '2026-01-01', ?,
                        '{}', ?::json, 's', 'c', 'h')
                """,
                rule,
                NATION,
                data);
    }

    private List<Map<String, Object>> cards() {
        return jdbc.queryForList(
                """
                SELECT id, rule_code, rule_version, ground, recipients::text, state, version, chain_head
                  FROM cards ORDER BY id
                """);
    }

    /** Ground and recipients. */
    private String text(String code, int version) {
        return String.valueOf(
                jdbc.queryForObject(
                        """
                        SELECT ground || ' ' || recipients::text FROM card_rules
                         WHERE code = ? AND version = ?
                        """,
                        String.class,
                        code,
                        version));
    }

    private LocalDate begins(String code, int version) {
        return jdbc.queryForList(
                        "SELECT effective_from FROM card_rules WHERE code = ? AND version = ?",
                        LocalDate.class,
                        code,
                        version)
                .getFirst();
    }

    private int versions(String code) {
        return jdbc.queryForList("SELECT 1 FROM card_rules WHERE code = ?", code).size();
    }

    private LocalDate today() {
        return jdbc.queryForList(
                        "SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date", LocalDate.class)
                .getFirst();
    }
}
