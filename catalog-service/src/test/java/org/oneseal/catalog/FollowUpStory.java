package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The county looks back at what became of an item that it handed down to a town (回头看). */
@PlatformTest
class FollowUpStory {

    private static final String COUNTY = "430223000000";
    private static final String TOWN = "430223001000";
    private static final String USCC = CountyDesk.uscc(COUNTY, 51);
    private static final String ITEM = USCC + "4000100002000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void whatWasHandedDownIsLookedBackAtAndWhatIsWrongHasItsLastDay() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = new CountyDesk(http, tokens, COUNTY);
        Answer act = handedDown(desk);
        String id = act.json().path("id").asString();
        String path = "/api/v1/delegations/" + id;
        assertThat(act.json().path("followUpDue").isNull()).as("nothing begun").isTrue();
        String town = tokens.of(Role.CATALOG_EDITOR).region(TOWN).mint();
        Answer early = look(path, desk.editor(), act, "SOUND", "好", null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.objections()).containsExactly("delegation-not-begun");
        Answer taken = http.post(path + "/takeover", town, Map.of(), "If-Match", tag(act));
        assertThat(taken.json().path("followUpDue").asString()).isEqualTo("2027-11-23");
        assertThat(due("2027-11-22")).doesNotContain(id);
        assertThat(due("2027-11-23")).contains(id);

        assertThat(look(path, town, taken, "SOUND", "好", null).status())
                .as("whoever received it does not look back at itself")
                .isEqualTo(403);
        Answer wrong = look(path, desk.editor(), taken, "SOUND", " ", "2026-11-22");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.objections())
                .containsExactlyInAnyOrder(
                        "finding-missing", "rectify-by-with-its-finding", "rectify-by-too-early");
        assertThat(onDay(path, desk.editor(), taken, "2026-11-24"))
                .containsExactly("follow-up-in-the-future");
        assertThat(onDay(path, desk.editor(), taken, "2026-11-22"))
                .containsExactly("follow-up-too-early");
        clock.setTo(Instant.parse("2027-11-30T02:00:00Z"));
        Answer found = look(path, desk.editor(), taken, "RECTIFY", "两件超期，窗口未经培训", "2027-12-31");
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.json().path("followUpDue").asString()).isEqualTo("2027-12-31");
        assertThat(look(path, desk.editor(), taken, "SOUND", "好", null).status())
                .as("the version that was read is no longer the last")
                .isEqualTo(409);
        clock.setTo(Instant.parse("2027-12-30T02:00:00Z"));
        Answer mended = look(path, desk.editor(), found, "SOUND", "已整改到位", null);
        assertThat(mended.json().path("followUpDue").asString()).isEqualTo("2028-12-30");
        assertThat(mended.json().path("followUps").size()).isEqualTo(2);
        JsonNode history = http.get(path + "/history", desk.editor()).json().path("items");
        assertThat(history.at("/1/finding").asString()).isEqualTo("RECTIFY");
        assertThat(history.at("/1/reason").asString()).contains("未经培训");
    }

    private List<String> onDay(String path, String token, Answer before, String on) {
        Map<String, Object> body = Map.of("finding", "SOUND", "text", "好", "on", on);
        return http.post(path + "/follow-ups", token, body, "If-Match", tag(before)).objections();
    }

    private List<String> due(String by) {
        return http.get(
                        "/api/v1/delegations?region=" + COUNTY + "&followUpBy=" + by,
                        tokens.of(Role.CATALOG_EDITOR).region(COUNTY).mint())
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private Answer look(
            String path,
            String token,
            Answer before,
            String finding,
            String text,
            @Nullable String rectifyBy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("finding", finding);
        body.put("text", text);
        body.put("rectifyBy", rectifyBy);
        return http.post(path + "/follow-ups", token, body, "If-Match", tag(before));
    }

    private Answer handedDown(CountyDesk desk) {
        desk.department("430223-JK", "疾病预防控制局", USCC);
        desk.department("430223-Z1", "镇人民政府", CountyDesk.uscc(COUNTY, 52), TOWN);
        Map<String, Object> licence = CountyDesk.licence(USCC, "饮用水供水单位卫生许可", 5);
        desk.publish(ITEM, desk.draft(ITEM, "430223-JK", licence), "2026-11-23");
        Answer act =
                http.post(
                        "/api/v1/delegations",
                        desk.editor(),
                        HandingOn.body(
                                "HANDED_DOWN",
                                "430223-Z1",
                                null,
                                List.of(ITEM),
                                "2026-11-23",
                                null));
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        return act;
    }

    private static String tag(Answer answer) {
        return CountyDesk.tag(answer);
    }
}
