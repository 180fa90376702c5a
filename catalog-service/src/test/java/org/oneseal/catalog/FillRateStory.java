package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.DataResourceBodies.entry;
import static org.oneseal.catalog.DataResourceBodies.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How much of what a county's units have to fill in they have filled in, and what is missing. */
@PlatformTest
class FillRateStory {

    /** 中方县, where 32 units fill in their directory. */
    private static final String OF_32 = "431221000000";

    private static final String PATH = DataDirectory.PATH;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    /** 32 units, 141 entries, 139 of them filled in: 98.58 per cent. */
    @Test
    void theFillRateIsExactAndSaysWhichEntriesAreMissing() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk county = new CountyDesk(http, tokens, OF_32);
        String prefix = OF_32.substring(0, 6) + "-";
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int unit = 1; unit <= 32; unit++) {
            String code = prefix + "U" + unit;
            county.department(code, "单位" + unit, CountyDesk.uscc(OF_32, unit));
            for (int i = 0; i < (unit <= 13 ? 5 : 4); i++) {
                entries.add(entry(prefix + "r" + unit + "-" + i, code, "资源" + unit + "-" + i));
            }
        }
        assertThat(entries).hasSize(141);
        Http.Answer listed = http.post(PATH, county.editor(), Map.of("entries", entries));
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        assertThat(rate("").path("filled").asInt()).isZero();
        for (Map<String, Object> entry : entries.subList(0, 139)) {
            Http.Answer said =
                    http.post(
                            PATH + "/" + entry.get("code") + "/versions",
                            county.editor(),
                            Map.of("content", shared("资源")),
                            "If-Match",
                            "\"1\"");
            assertThat(said.status()).as(said.text()).isEqualTo(201);
        }
        JsonNode rate = rate("");
        assertThat(rate.path("filled").asInt()).isEqualTo(139);
        assertThat(rate.path("due").asInt()).isEqualTo(141);
        assertThat(rate.at("/rate/numerator").asInt()).isEqualTo(139);
        assertThat(rate.at("/rate/denominator").asInt()).isEqualTo(141);
        assertThat(rate.at("/rate/percent").asString()).isEqualTo("98.58");
        assertThat(rate.path("units")).hasSize(32);
        assertThat(rate.path("units").valueStream().mapToInt(u -> u.path("filled").asInt()).sum())
                .isEqualTo(139);
        JsonNode missing =
                http.get(PATH + "?filled=false&region=" + OF_32, county.editor())
                        .json()
                        .path("items");
        assertThat(missing.valueStream().map(line -> line.path("code").asString()))
                .containsExactly(prefix + "r32-2", prefix + "r32-3");
        assertThat(rate("&on=2026-11-22").path("rate").isNull()).isTrue();
        Http.Answer gone =
                http.post(
                        PATH + "/" + prefix + "r32-3/withdrawal",
                        county.editor(),
                        Map.of("reason", "职责划出"),
                        "If-Match",
                        "\"1\"");
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
        assertThat(rate("").path("due").asInt()).isEqualTo(140);
        assertThat(
                        http.post(
                                        PATH + "/" + prefix + "r32-3/withdrawal",
                                        county.editor(),
                                        Map.of("reason", " "),
                                        "If-Match",
                                        "\"2\"")
                                .objections())
                .containsExactly("resource-withdrawn");
    }

    /** As an officer of another county reads it. */
    private JsonNode rate(String filter) {
        String officer =
                tokens.of(Role.CASE_OFFICER).region("431202000000").department("431202-WJ").mint();
        return http.get(PATH + "/fill-rate?region=" + OF_32 + filter, officer).json();
    }
}
