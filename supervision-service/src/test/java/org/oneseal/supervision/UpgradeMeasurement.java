package org.oneseal.supervision;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.testkit.TestServers;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a table that is written anew by an upgrade is locked; prints figures for
 * docs/performance.md and is no part of the build. Run by name: {@code -Dtest=UpgradeMeasurement
 * -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class UpgradeMeasurement {

    private static final int ROWS = Integer.getInteger("measure.rows", 1_000_000);

    private PGSimpleDataSource database = new PGSimpleDataSource();
    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeEach
    void an_empty_database() {
        TestServers.Database made = TestServers.newDatabase();
        database = new PGSimpleDataSource();
        database.setUrl(made.url());
        database.setUser(made.user());
        database.setPassword(made.password());
        jdbc = new JdbcTemplate(database);
    }

    @Test
    void a_province_s_year_is_rolled_up_by_sides() {
        migrate("018");
        new ProvinceYear(jdbc).write();
        for (String version : List.of("019", "020")) {
            long begun = System.nanoTime();
            migrate(version);
            System.out.printf(
                    "MEASURED V%s: %d cells in %.1f s, load %.1f%n",
                    version,
                    jdbc.queryForObject("SELECT count(*) FROM indicators", Long.class),
                    (System.nanoTime() - begun) / 1e9,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    @Test
    void a_history_is_kept_as_it_was_written() {
        migrate("0.2");
        // As large as a card that is issued: about 1 100 characters.
        jdbc.update(
                """
                INSERT INTO history (aggregate_type, aggregate_id, sequence, type, occurred_at,
                                     recorded_at, region, department, actor, data, salt, commitment,
                                     hash)
                SELECT 'card', '431103-' || i, 1, 'supervision.card-issued', now(), now(),
                       '431103000000', '431103-SJ', '{"id": "supervision", "role": "system"}',
                       jsonb_build_object('cardId', '431103-' || i, 'caseId', '431103-' || i,
                           'colour', 'YELLOW', 'recipients', '["case-officer", "chief-approver"]'::jsonb,
                           'rule', jsonb_build_object('code', 'case-yellow-promise', 'version', 1,
                               'ground', '行政效能电子监察 超承诺时限'),
                           'threshold', now(), 'due', now(), 'number', i,
                           'more', (SELECT string_agg(md5((i * 100 + n)::text), ' ')
                                      FROM generate_series(1, 22) AS n)),
                       md5(i::text), 'SM3:' || md5(i::text) || md5(i::text),
                       'SM3:' || md5(i::text) || md5(i::text)
                  FROM generate_series(1, ?) AS i
                """,
                ROWS);
        jdbc.execute("VACUUM ANALYZE history");
        String size =
                jdbc.queryForObject(
                        "SELECT pg_size_pretty(pg_total_relation_size('history'))", String.class);
        long begun = System.nanoTime();
        migrate("0.3");
        System.out.printf(
                "MEASURED V0_3: %d rows of history, %s with indexes, written anew in %.1f s, load %.1f%n",
                ROWS,
                size,
                (System.nanoTime() - begun) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** As the service does: the platform's steps come between its own. */
    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
