package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An item goes down to a town that is prepared for it: platform, network, authority, training. */
@PlatformTest
class PreparedTownStory extends WatchedCity {

    private static final String TOWN = "430224101000";
    private static final String TOWNHALL = "430224-Z1";
    private static final String OWNER = "430224-JK";
    private static final String USCC = CountyDesk.uscc(RULED, 41);
    private static final String ITEM = USCC + "4000100002000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private String townEditor() {
        return tokens.of(Role.CATALOG_EDITOR).region(TOWN).mint();
    }

    @Test
    void theTownTakesOverOnceEveryStepIsDoneAndTheHistorySaysWhen() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        Http.Answer act = handedDown();
        String path = "/api/v1/delegations/" + act.json().path("id").asString();
        assertThat(act.json().path("setUpFirst").asBoolean()).isTrue();
        List<String> steps =
                act.json().path("setUp").valueStream().map(s -> s.path("code").asString()).toList();
        assertThat(steps).containsExactly("items", "network", "authorisation", "training");
        String tag = CountyDesk.tag(act);
        assertThat(post(path + "/takeover", Map.of(), tag).objections())
                .containsExactly("set-up-open");
        assertThat(post(path + "/set-up/party", Map.of(), tag).objections())
                .containsExactly("set-up-step-unknown");
        assertThat(post(path + "/set-up/items", Map.of("on", "2026-11-24"), tag).objections())
                .containsExactly("set-up-in-the-future");
        assertThat(post(path + "/set-up/items", Map.of("on", "soon"), tag).status()).isEqualTo(400);
        String stranger = tokens.of(Role.CATALOG_EDITOR).region("110101000000").mint();
        assertThat(http.post(path + "/set-up/items", stranger, Map.of(), "If-Match", tag).status())
                .isEqualTo(403);
        for (String step : steps) {
            Http.Answer done = post(path + "/set-up/" + step, Map.of("on", "2026-11-20"), tag);
            assertThat(done.status()).as(done.text()).isEqualTo(200);
            tag = CountyDesk.tag(done);
        }
        assertThat(post(path + "/set-up/items", Map.of(), tag).objections())
                .containsExactly("set-up-step-done");
        Http.Answer taken = post(path + "/takeover", Map.of(), tag);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().at("/setUp/3/doneOn").asString()).isEqualTo("2026-11-20");
        JsonNode history = http.get(path + "/history", townEditor()).json().path("items");
        assertThat(history.size()).isEqualTo(6);
        assertThat(
                        Stream.of(4, 3, 2, 1)
                                .map(at -> history.path(at).path("step").asString())
                                .toList())
                .isEqualTo(steps);
        assertThat(history.at("/1/day").asString()).isEqualTo("2026-11-20");
    }

    private Http.Answer handedDown() {
        CountyDesk desk = new CountyDesk(http, tokens, RULED);
        desk.department(OWNER, "疾病预防控制局", USCC);
        desk.department(TOWNHALL, "镇人民政府", CountyDesk.uscc(RULED, 42), TOWN);
        Map<String, Object> licence = CountyDesk.licence(USCC, "饮用水供水单位卫生许可", 5);
        desk.publish(ITEM, desk.draft(ITEM, OWNER, licence), "2026-11-23");
        Http.Answer act =
                http.post(
                        "/api/v1/delegations",
                        desk.editor(),
                        HandingOn.body(
                                "HANDED_DOWN", TOWNHALL, null, List.of(ITEM), "2026-11-23", null));
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        return act;
    }

    private Http.Answer post(String path, Object body, String tag) {
        return http.post(path, townEditor(), body, "If-Match", tag);
    }
}
