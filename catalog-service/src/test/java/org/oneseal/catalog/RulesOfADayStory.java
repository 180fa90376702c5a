package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** A version is checked by the rules of its region on the day from which it counts. */
@PlatformTest
class RulesOfADayStory extends WatchedCity {

    private static final String NEIGHBOUR = "430223000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    @Test
    void whatTheComingRulesRefuseIsPublishedUntilTheirDayOnly() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        String tag = drafted(RULED);
        Http.Answer refused = publish(RULED, tag, "2027-01-01");
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactly("material-catch-all", "prior-examination-exceeds-law");
        assertThat(publish(RULED, tag, "2026-12-31").status()).isEqualTo(201);
        assertThat(publish(NEIGHBOUR, drafted(NEIGHBOUR), "2027-01-01").status()).isEqualTo(201);
    }

    /** Six working days are longer than a week until the county's week has six of them. */
    @Test
    void limitsAreComparedByTheTableOfTheDayOnWhichTheVersionBegins() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = new CountyDesk(http, tokens, RULED);
        String uscc = CountyDesk.uscc(RULED, 33);
        desk.department("430224-SL", "水利局", uscc);
        Map<String, Object> content = CountyDesk.licence(uscc, "取水许可", 6);
        content.put("legalLimit", Map.of("amount", 7, "unit", "CALENDAR_DAY"));
        String item = uscc + "4000100001000";
        String tag = desk.draft(item, "430224-SL", content);
        assertThat(publish(RULED, item, tag, "2026-12-31").objections())
                .contains("promise-exceeds-statute");
        assertThat(publish(RULED, item, tag, "2027-01-01").objections())
                .doesNotContain("promise-exceeds-statute");
    }

    private static String item(String county) {
        return CountyDesk.uscc(county, 31) + "4000100001000";
    }

    private String drafted(String county) {
        CountyDesk desk = new CountyDesk(http, tokens, county);
        String department = county.substring(0, 6) + "-WJ";
        desk.department(department, "卫生健康局", CountyDesk.uscc(county, 31));
        Map<String, Object> content =
                CountyDesk.licence(CountyDesk.uscc(county, 31), "公共场所卫生许可", 20);
        content.put("steps", CountyDesk.examinedFirst(16));
        content.put("materials", List.of(CountyDesk.material("m1", "无违法证明")));
        return desk.draft(item(county), department, content);
    }

    private Http.Answer publish(String county, String tag, String day) {
        return publish(county, item(county), tag, day);
    }

    private Http.Answer publish(String county, String item, String tag, String day) {
        return http.post(
                "/api/v1/items/" + item + "/versions",
                new CountyDesk(http, tokens, county).editor(),
                Map.of("effectiveFrom", day),
                "If-Match",
                tag);
    }
}
