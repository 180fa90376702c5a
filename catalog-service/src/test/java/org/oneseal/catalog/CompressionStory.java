package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A county reported 1 309 items, 699 of them licences, whose 15 215 working days of the law are
 * promised in 2 529: shortened by 83.38 %, as counted over the items and told over HTTP.
 */
@PlatformTest
class CompressionStory {

    private static final String COUNTY = "640106000000";
    private static final int ITEMS = 1309;
    private static final int LICENCES = 699;
    private static final int LEGAL = 15_215;
    private static final int PROMISED = 2_529;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate sql;

    @AfterEach
    void noneOfThemStays() {
        sql.update("DELETE FROM items WHERE department = '640106-DAYS'");
        sql.update("DELETE FROM departments WHERE code = '640106-DAYS'");
    }

    @Test
    void theDaysOfAllItemsAreCountedExactly() {
        store();
        String token = tokens.of(Role.APPLICANT).party("640106-01kb0000000000000000000001").mint();
        JsonNode told = http.get("/api/v1/items/indicators?region=" + COUNTY, token).json();
        assertThat(told.path("items").asInt()).isEqualTo(ITEMS);
        assertThat(told.path("licences").asInt()).isEqualTo(LICENCES);
        JsonNode compression = told.path("promiseCompression");
        assertThat(compression.path("percent").asString()).isEqualTo("83.38");
        assertThat(compression.path("numerator").asLong() * LEGAL)
                .isEqualTo(compression.path("denominator").asLong() * (LEGAL - PROMISED));
    }

    private void store() {
        sql.update(
                """
                INSERT INTO departments (code, name, uscc, region, province, city, county, made_up, version)
                VALUES ('640106-DAYS', '日数局', '91640106MA0DAYS', '640106000000', '64', '6401', '640106', true, 1)
                """);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            String name = "日数事项" + i;
            String limits =
                    """
                    {"itemType":"%s","caseKind":"PROMISED","serviceObjects":["LEGAL"],"effectiveFrom":"2026-01-01",
                     "legalLimit":{"amount":%d,"unit":"WORKING_DAY"},
                     "promisedLimit":{"amount":%d,"unit":"WORKING_DAY"}}
                    """
                            .formatted(
                                    i < LICENCES ? "01" : "20", part(LEGAL, i), part(PROMISED, i));
            rows.add(
                    new Object[] {
                        "D%030d".formatted(i),
                        name,
                        Grams.key(name),
                        Grams.ofName(name).toArray(String[]::new),
                        limits
                    });
        }
        sql.batchUpdate(
                """
                INSERT INTO items (code, region, province, city, county, department, name, name_key, grams,
                       objects, status, latest, governing, summary, version, chain_head)
                VALUES (?, '640106000000', '64', '6401', '640106', '640106-DAYS', ?, ?, ?, '{LEGAL}', 'IN_FORCE',
                        1, 1, ?::jsonb, 1, 'SM3:0')
                """,
                rows);
    }

    /** The whole in so many parts, none of which differs from another by more than one. */
    private static int part(int whole, int i) {
        return whole * (i + 1) / ITEMS - whole * i / ITEMS;
    }
}
