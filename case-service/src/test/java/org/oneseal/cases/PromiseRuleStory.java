package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** How long promised papers may follow is a rule of the region, from a day on. */
@PlatformTest
class PromiseRuleStory extends InDistrict {

    private static final String RULED = "11431103YYYY00207T4000123013000";

    PromiseRuleStory() {
        super("rule-firm", "永州市规则浴场有限公司", "91431103MA4TEATB96");
    }

    @Test
    void howLongMaterialsMayFollowIsDataOfTheRegionFromADayOn() {
        String town = "/api/v1/cases/promise-rules";
        String editor = tokens.of(Role.CATALOG_EDITOR).region(District.REGION).mint();
        Map<String, Object> rule =
                Map.of(
                        "region",
                        District.REGION,
                        "itemCode",
                        RULED,
                        "limit",
                        Map.of("amount", 10, "unit", "WORKING_DAY"),
                        "legalGround",
                        "made-up district rule",
                        "effectiveFrom",
                        "2026-11-24");
        assertThat(http.post(town, applicant, rule).status()).isEqualTo(403);
        String stranger = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        assertThat(http.post(town, stranger, rule).objections())
                .containsExactly("rule-region-not-yours");
        Map<String, Object> late = new LinkedHashMap<>(rule);
        late.put("effectiveFrom", "2026-11-23");
        late.put("limit", Map.of("amount", 0, "unit", "MONTH"));
        assertThat(http.post(town, editor, late).objections())
                .containsExactly("rule-not-ahead", "rule-too-short");
        for (String bad : List.of("{", "[]", "{}", "{\"region\":\"x\"}")) {
            assertThat(http.post(town, editor, bad).status()).as(bad).isIn(400, 422);
        }

        Answer added = http.post(town, editor, rule);
        assertThat(added.status()).as(added.text()).isEqualTo(201);

        String draft = "/api/v1/cases/promise-draft?materials=m3&item=" + RULED;
        district.publishItem(RULED, item -> {});
        assertThat(http.get(draft, applicant).json().at("/materials/0/due").asString())
                .isEqualTo("2027-01-25");
        clock.advance(Duration.ofDays(1));
        JsonNode tomorrow = http.get(draft, applicant).json();
        assertThat(tomorrow.at("/materials/0/due").asString()).isEqualTo("2026-12-08");
        assertThat(tomorrow.path("ground").asString()).isEqualTo("made-up district rule");
        String list = town + "?limit=1&region=" + District.REGION;
        JsonNode first = http.get(list, editor).json();
        assertThat(first.at("/items/0/region").asString()).isEqualTo("100000000000");
        JsonNode second =
                http.get(list + "&cursor=" + first.path("next").asString(), editor).json();
        assertThat(second.at("/items/0/itemCode").asString()).isEqualTo(RULED);
        assertThat(http.get(list + "&cursor=eA", editor).objections())
                .containsExactly("cursor-invalid");
    }
}
