package org.oneseal.catalog.persistence;

import java.lang.management.ManagementFactory;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.testkit.TestServers;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long items are locked by an upgrade that goes through all of them; prints figures for
 * docs/performance.md and is no part of the build. Run by name: {@code -Dtest=UpgradeMeasurement
 * -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class UpgradeMeasurement {

    private static final int ITEMS = Integer.getInteger("measure.items", 100_000);

    /** Items of about 3 KB with two topics, online and at the window, as a county has them. */
    @Test
    void itemsOfBeforeAreListedUnderTheirTags() {
        TestServers.Database made = TestServers.newDatabase();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(made.url());
        database.setUser(made.user());
        database.setPassword(made.password());
        JdbcTemplate jdbc = new JdbcTemplate(database);
        migrate(database, "014");
        jdbc.update(
                """
                INSERT INTO departments (code, name, uscc, region, province, city, county, made_up, version)
                VALUES ('431103-WJ', '卫生健康局', '11431103YYYY00207T', '431103000000', '43', '4311', '431103', true, 1)
                """);
        jdbc.update(
                """
                INSERT INTO items (code, region, province, city, county, department, name, name_key, grams,
                       objects, status, latest, governing, summary, version, chain_head)
                SELECT 'U' || lpad(i::text, 30, '0'), '431103000000', '43', '4311', '431103', '431103-WJ',
                       '许可' || i % 800, '许可' || i % 800, ARRAY['许可'], '{LEGAL}', 'IN_FORCE', 1, 1, '{}', 1, 'SM3:0'
                  FROM generate_series(1, ?) AS i
                """,
                ITEMS);
        jdbc.update(
                """
                INSERT INTO item_versions (code, number, content, hash, effective_from, published_at, announced)
                SELECT i.code, 1,
                       jsonb_build_object('name', i.name, 'itemType', '01', 'caseKind', 'PROMISED',
                           'commitment', 'POST_SUPPLEMENT', 'tolerance', true, 'instant', false,
                           'unasked', false, 'filing', false, 'crossRegion', 'COUNTY',
                           'particulars', '{"personTopics": ["医疗卫生"], "legalTopics": ["医疗卫生"], "signOnApp": true}'::jsonb,
                           'guide', '{"modes": ["WINDOW", "ONLINE", "KIOSK"], "reaches": ["NEARBY", "ASSISTED", "FULLY_ONLINE"], "appointment": true}'::jsonb,
                           'materials', (SELECT jsonb_agg(jsonb_build_object('code', 'm' || n,
                                   'name', '材料' || md5(i.code || n), 'necessity', 'REQUIRED', 'core', true,
                                   'form', 'BOTH', 'copies', 1, 'source', 'APPLICANT',
                                   'basis', md5(i.code || n || 'b')))
                              FROM generate_series(1, 12) AS n)),
                       'SM3:0', '2026-01-01', now(), 1
                  FROM items i
                """);
        jdbc.execute("VACUUM ANALYZE items, item_versions");
        long begun = System.nanoTime();
        migrate(database, "015");
        System.out.printf(
                "MEASURED V015: %d items, %s of versions, %d rows of item_tags in %.1f s, load %.1f%n",
                ITEMS,
                jdbc.queryForObject(
                        "SELECT pg_size_pretty(pg_total_relation_size('item_versions'))",
                        String.class),
                jdbc.queryForObject("SELECT count(*) FROM item_tags", Long.class),
                (System.nanoTime() - begun) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void migrate(PGSimpleDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/platform")
                .target(target)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
