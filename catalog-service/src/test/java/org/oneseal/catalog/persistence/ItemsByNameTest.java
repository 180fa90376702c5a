package org.oneseal.catalog.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A list by a part of the name, page by page, is what a plain filter over all of it finds. */
@PlatformTest
class ItemsByNameTest {

    private static final long SEED = 20261122;

    @Autowired Items items;
    @Autowired JdbcTemplate sql;

    private record Known(String name, String code, String topic) {}

    private final List<Known> known = new ArrayList<>();

    /** Some names of many counties, and many names of one county each. */
    @BeforeEach
    void threeThousandItems() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String kind = random.nextInt(2) == 0 ? "走查许可" : "走查备案";
            int number = random.nextInt(3) == 0 ? i : random.nextInt(40);
            String name = "%d类%s".formatted(number, kind);
            String code = "W%030d".formatted(i);
            String topic = i % 3 == 0 ? "走查甲" : "走查乙";
            known.add(new Known(name, code, topic));
            rows.add(
                    new Object[] {
                        code,
                        name,
                        Grams.key(name),
                        Grams.ofName(name).toArray(String[]::new),
                        i % 50 == 0 ? "DRAFT" : "IN_FORCE",
                        new String[] {"TOPIC/" + topic}
                    });
        }
        known.removeIf(k -> Integer.parseInt(k.code().substring(1)) % 50 == 0);
        sql.update(
                """
                INSERT INTO departments (code, name, uscc, region, province, city, county, made_up, version)
                VALUES ('640104-WALK', '走查局', '91640104MA0WALK', '640104000000', '64', '6401', '640104', true, 1)
                ON CONFLICT DO NOTHING
                """);
        sql.batchUpdate(
                """
                INSERT INTO items (code, region, province, city, county, department, name, name_key, grams,
                       objects, status, tags, latest, governing, summary, version, chain_head)
                VALUES (?, '640104000000', '64', '6401', '640104', '640104-WALK', ?, ?, ?, '{LEGAL}', ?, ?, 1, 1,
                        '{"itemType":"01","caseKind":"PROMISED","serviceObjects":["LEGAL"],"effectiveFrom":"2026-01-01","legalLimit":{"amount":20,"unit":"WORKING_DAY"},"promisedLimit":{"amount":3,"unit":"WORKING_DAY"}}',
                        1, 'SM3:0')
                """,
                rows);
    }

    @AfterEach
    void noneOfThemStays() {
        sql.update("DELETE FROM items WHERE department = '640104-WALK'");
        sql.update("DELETE FROM departments WHERE code = '640104-WALK'");
    }

    @Test
    void everyPageIsWhatAFilterFinds() {
        for (String text : List.of("走查许可", "类走查", "1类走查备", "走查无")) {
            for (String topic : new String[] {null, "走查甲"}) {
                assertThat(found(text, topic, null)).as(text).isEqualTo(expected(text, topic));
                assertThat(found(text, topic, new RegionCode("110000000000")))
                        .as("an editor's " + text)
                        .isEqualTo(expected(text, topic));
            }
        }
    }

    private List<String> found(String text, @Nullable String topic, @Nullable RegionCode editor) {
        List<String> found = new ArrayList<>();
        List<String> after = List.of();
        List<ItemSummary> page;
        do {
            page =
                    items.search(
                            new ItemSearch(
                                    text,
                                    null,
                                    null,
                                    new ItemSearch.Lists(null, topic, null, null),
                                    null,
                                    null,
                                    editor,
                                    after,
                                    97));
            page.forEach(item -> found.add(item.code()));
            if (!page.isEmpty()) after = List.of(page.getLast().name(), page.getLast().code());
        } while (page.size() == 97);
        return found;
    }

    private List<String> expected(String text, @Nullable String topic) {
        return known.stream()
                .filter(k -> k.name().contains(text))
                .filter(k -> topic == null || k.topic().equals(topic))
                .sorted(Comparator.comparing(Known::name).thenComparing(Known::code))
                .map(Known::code)
                .toList();
    }
}
