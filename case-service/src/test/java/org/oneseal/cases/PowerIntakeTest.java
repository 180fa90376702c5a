package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.Refusals.written;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** No case begins with a penalty, coercion, a levy or an inspection, whoever tells us of one. */
@PlatformTest
class PowerIntakeTest extends InDistrict {

    @Autowired JdbcClient jdbc;

    PowerIntakeTest() {
        super("power-firm", "永州市权责有限公司", "91431103MA4TEB9P99");
    }

    @Test
    void whatNobodyAppliesForIsRefusedAtTheDoor() {
        String before = written(jdbc);
        for (String type : List.of("02", "03", "04", "06")) {
            String code = code(type);
            ObjectNode item = District.sample("item-published");
            item.put("itemCode", code).put("itemType", type);
            topics.send(
                    "oneseal.catalog.items.v1",
                    code + "@1",
                    "org.oneseal.catalog.item-published",
                    1,
                    Instant.parse("2026-11-22T01:00:00Z"),
                    District.REGION,
                    District.DEPARTMENT,
                    item);
        }
        topics.awaitTaken("oneseal.catalog.items.v1", "cases.cases-items");
        for (String type : List.of("02", "03", "04", "06")) {
            Answer refused = http.post("/api/v1/cases", applicant, Map.of("itemCode", code(type)));
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.objections()).containsExactly("item-not-on-application");
            assertThat(refused.json().at("/objections/0/field").asString()).isEqualTo("/itemCode");
            assertThat(known(code(type))).isZero();
        }
        assertThat(written(jdbc)).isEqualTo(before);
    }

    private static String code(String type) {
        return District.ITEM.substring(0, 19) + "00" + type + District.ITEM.substring(23);
    }

    private long known(String code) {
        return jdbc.sql("SELECT count(*) FROM item_version WHERE item_code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }
}
