package org.oneseal.catalog.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A list of the country by a part of the name looks at a few rows, however many names have the
 * part: by the plans of the statements, with what each really read.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemsByNameReadsTest {

    private static final int ITEMS = 20_000;
    private static final int DIFFERENT = 200;
    private static final int MOST_READ = 4_000;

    @Autowired Items items;
    @Autowired JdbcTemplate sql;
    @Autowired JdbcClient client;

    /** Half of the names have one part, none another, and one name a third. */
    @BeforeAll
    void twentyThousandItemsOfTwoHundredNames() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            int number = i % DIFFERENT;
            String name = "%03d号%s".formatted(number, number % 2 == 0 ? "丈量许可" : "丈量备案");
            if (i == 7) name = "独一丈量";
            rows.add(
                    new Object[] {
                        "M%030d".formatted(i),
                        name,
                        Grams.key(name),
                        Grams.ofName(name).toArray(String[]::new),
                        tags(number, i)
                    });
        }
        sql.update(
                """
                INSERT INTO departments (code, name, uscc, region, province, city, county, made_up, version)
                VALUES ('640105-READ', '丈量局', '91640105MA0READ', '640105000000', '64', '6401', '640105', true, 1)
                ON CONFLICT DO NOTHING
                """);
        sql.batchUpdate(
                """
                INSERT INTO items (code, region, province, city, county, department, name, name_key, grams,
                       tags, objects, status, latest, governing, summary, version, chain_head)
                VALUES (?, '640105000000', '64', '6401', '640105', '640105-READ', ?, ?, ?, ?, '{LEGAL}', 'IN_FORCE', 1, 1,
                        '{"itemType":"01","caseKind":"PROMISED","serviceObjects":["LEGAL"],"effectiveFrom":"2026-01-01","legalLimit":{"amount":20,"unit":"WORKING_DAY"},"promisedLimit":{"amount":3,"unit":"WORKING_DAY"}}',
                        1, 'SM3:0')
                """,
                rows);
        sql.execute("ANALYZE items, item_tags");
    }

    /** The last in the order of names are under one topic; one of them all is under another. */
    private static String[] tags(int number, int item) {
        if (item == 7) return new String[] {"TOPIC/独一"};
        return number < DIFFERENT / 2 ? new String[0] : new String[] {"TOPIC/丈量"};
    }

    @AfterAll
    void noneOfThemStays() {
        sql.update("DELETE FROM items WHERE department = '640105-READ'");
        sql.update("DELETE FROM departments WHERE code = '640105-READ'");
        sql.execute("VACUUM ANALYZE items, item_tags");
    }

    @Test
    void whatEverySecondNameHasIsListedFromAFewRows() {
        ItemSearchStatement first = statement("丈量许可", List.of());
        assertThat(common(first)).isTrue();
        assertThat(read(first, first.isCommon())).isLessThan(MOST_READ);
        assertThat(read(first, first.byDifferentNames())).isLessThan(MOST_READ);
        assertThat(items.search(search("丈量许可", List.of()))).hasSize(51);
    }

    /** Where names end, nothing more is asked: not the ten thousand that have the part. */
    @Test
    void theLastPageIsKnownToBeTheLastFromAFewRows() {
        List<String> after = List.of("198号丈量许可", "M%030d".formatted(ITEMS - 102));
        ItemSearchStatement last = statement("丈量许可", after);
        assertThat(read(last, last.byDifferentNames())).isLessThan(MOST_READ);
        assertThat(read(last, last.namesEnd())).isLessThan(MOST_READ);
        assertThat(
                        client.sql(last.namesEnd())
                                .params(last.parameters())
                                .query(Boolean.class)
                                .single())
                .isTrue();
        List<ItemSummary> page = items.search(search("丈量许可", after));
        assertThat(page).hasSizeLessThan(51);
        assertThat(page).allMatch(item -> item.name().contains("丈量许可"));
    }

    @Test
    void whatOneNameHasIsFoundByItsCharacters() {
        for (String text : List.of("独一丈量", "独无丈量")) {
            ItemSearchStatement seldom = statement(text, List.of());
            assertThat(common(seldom)).as(text).isFalse();
            assertThat(read(seldom, seldom.byTheirCharacters())).as(text).isLessThan(MOST_READ);
        }
        assertThat(items.search(search("独一丈量", List.of()))).hasSize(1);
    }

    /** However many there are, and wherever they stand in the order of names. */
    @Test
    void aTopicsListIsReadInItsOrder() {
        for (String topic : List.of("丈量", "独一", "没有")) {
            ItemSearchStatement under = new ItemSearchStatement(under(topic, List.of()));
            assertThat(read(under, under.underTheTag())).as(topic).isLessThan(MOST_READ);
        }
        List<ItemSummary> first = items.search(under("丈量", List.of()));
        assertThat(first).hasSize(51);
        assertThat(first.getFirst().name()).isEqualTo("100号丈量许可");
        List<String> after = List.of(first.getLast().name(), first.getLast().code());
        ItemSearchStatement next = new ItemSearchStatement(under("丈量", after));
        assertThat(read(next, next.underTheTag())).isLessThan(MOST_READ);
        assertThat(items.search(under("丈量", after))).hasSize(51).doesNotContainAnyElementsOf(first);
        assertThat(items.search(under("独一", List.of()))).hasSize(1);
    }

    /** The topic's items are gone through from name to name, not those of the country. */
    @Test
    void aPartOfTheNameUnderATopicIsListedFromAFewRows() {
        for (String topic : List.of("丈量", "独一", "没有")) {
            for (String text : List.of("丈量许可", "丈量备案")) {
                ItemSearchStatement part = new ItemSearchStatement(both(topic, text, List.of()));
                assertThat(read(part, part.byDifferentNames()))
                        .as(topic + text)
                        .isLessThan(MOST_READ);
                assertThat(read(part, part.namesEnd())).as(topic + text).isLessThan(MOST_READ);
            }
        }
        List<ItemSummary> first = items.search(both("丈量", "丈量许可", List.of()));
        assertThat(first).hasSize(51).isEqualTo(items.search(under("丈量", List.of())));
        List<String> after = List.of(first.getLast().name(), first.getLast().code());
        assertThat(items.search(both("丈量", "丈量许可", after)))
                .hasSize(51)
                .allMatch(item -> item.name().endsWith("丈量许可"))
                .doesNotContainAnyElementsOf(first);
        assertThat(items.search(both("丈量", "丈量备案", List.of()))).hasSize(51);
        assertThat(items.search(both("独一", "丈量许可", List.of()))).isEmpty();
    }

    private static ItemSearch under(String topic, List<String> after) {
        return both(topic, "", after);
    }

    private static ItemSearch both(String topic, String text, List<String> after) {
        return new ItemSearch(
                text,
                null,
                null,
                new ItemSearch.Lists(null, topic, null, null),
                null,
                null,
                null,
                after,
                51);
    }

    private static ItemSearch search(String text, List<String> after) {
        return new ItemSearch(text, null, null, ItemSearch.Lists.ANY, null, null, null, after, 51);
    }

    private static ItemSearchStatement statement(String text, List<String> after) {
        return new ItemSearchStatement(search(text, after));
    }

    private boolean common(ItemSearchStatement statement) {
        return client.sql(statement.isCommon())
                .params(statement.parameters())
                .query(Boolean.class)
                .single();
    }

    /** Rows and entries of indexes that a statement really read. */
    private double read(ItemSearchStatement statement, String text) {
        String plan =
                client.sql("EXPLAIN (ANALYZE, FORMAT JSON) " + text)
                        .params(statement.parameters())
                        .query(String.class)
                        .single();
        return read(EventJson.reader().readTree(plan).path(0).path("Plan"));
    }

    private static double read(JsonNode node) {
        double rows = 0;
        boolean reads =
                node.path("Relation Name").asString("").startsWith("item")
                        || node.path("Node Type").asString().equals("Bitmap Index Scan");
        if (reads) {
            rows +=
                    node.path("Actual Loops").asDouble()
                            * (node.path("Actual Rows").asDouble()
                                    + node.path("Rows Removed by Filter").asDouble(0)
                                    + node.path("Rows Removed by Index Recheck").asDouble(0));
        }
        for (JsonNode below : node.path("Plans")) rows += read(below);
        return rows;
    }
}
