package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.HandingOn.LETTER;
import static org.oneseal.catalog.HandingOn.body;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acts of delegation that are wrong, and questions about them that cannot be. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationRefusalsStory {

    private static final String DISTRICT = "431025000000";
    private static final String TOWN = "431025100000";
    private static final String OTHER_TOWN = "431025101000";
    private static final String HEALTH = "431025-WJ";
    private static final String HEALTH_USCC = CountyDesk.uscc(DISTRICT, 11);
    private static final String BUREAU = "431025-SP";
    private static final String PARK = "431025-GYY";
    private static final String TOWNHALL = "431025-Z1";
    private static final String WATER = HEALTH_USCC + "4000100002000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, DISTRICT);
    }

    @BeforeAll
    void anItemInTheParkAndAtTheBureau() {
        clock.setTo(Instant.parse("2026-11-30T02:00:00Z"));
        CountyDesk desk = desk();
        desk.department(HEALTH, "卫生健康局", HEALTH_USCC);
        desk.department(BUREAU, "行政审批服务局", CountyDesk.uscc(DISTRICT, 12));
        desk.department(PARK, "工业园管理委员会", CountyDesk.uscc(DISTRICT, 13));
        desk.department(TOWNHALL, "镇人民政府", CountyDesk.uscc(DISTRICT, 14), TOWN);
        Map<String, Object> licence = CountyDesk.licence(HEALTH_USCC, "饮用水供水单位卫生许可", 5);
        desk.publish(WATER, desk.draft(WATER, HEALTH, licence), "2026-11-30");
        for (String[] act : new String[][] {{"PARK", PARK}, {"CONCENTRATED", BUREAU}}) {
            Http.Answer granted =
                    post(body(act[0], act[1], null, List.of(WATER), "2026-11-30", LETTER));
            assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        }
    }

    @Test
    void whateverIsWrongIsToldAtOnceAndNothingIsWritten() {
        String before = rows();
        Map<String, Object> wrong =
                body(
                        "HANDED_DOWN",
                        BUREAU,
                        null,
                        List.of("none", WATER, WATER),
                        "2026-12-05",
                        null);
        wrong.put("validTo", "2026-12-05");
        wrong.put("area", "431102000000");
        wrong.put("ground", " ");
        wrong.put("departments", List.of("431025-XX"));
        wrong.put(
                "letter",
                Map.of(
                        "number", " ",
                        "issuedBy", "x",
                        "signedOn", "2026-12-06",
                        "digest", "SM3:xyz"));
        assertThat(post(wrong).objections())
                .containsExactly(
                        "department-unknown",
                        "delegation-ground-missing",
                        "validity-reversed",
                        "letter-without-number",
                        "letter-signed-later",
                        "letter-digest-invalid",
                        "item-unknown",
                        "area-outside-item",
                        "receiver-not-below",
                        "code-repeated");
        assertThat(
                        post(body("PARK", "431025-XX", null, List.of(), "2026-12-05", LETTER))
                                .objections())
                .containsExactly("department-unknown", "delegation-without-items");
        Map<String, Object> nobody =
                body("PARK", "431025-XX", null, List.of("none"), "2026-12-05", null);
        nobody.put("validTo", "2026-12-04");
        assertThat(post(nobody).objections())
                .containsExactly(
                        "department-unknown",
                        "validity-reversed",
                        "letter-missing",
                        "item-unknown");
        assertThat(
                        post(body("PARK", PARK, null, List.of("none"), "1999-12-31", LETTER))
                                .objections())
                .containsExactly("delegation-without-rule", "letter-signed-later", "item-unknown");
        assertThat(objections("AUTHORISED", PARK, TOWNHALL, WATER, LETTER))
                .containsExactly("giver-without-power");
        assertThat(objections("AUTHORISED", HEALTH, BUREAU, WATER, LETTER))
                .containsExactly("delegation-to-holder");
        assertThat(objections("CONCENTRATED", BUREAU, null, WATER, LETTER))
                .containsExactly("delegation-overlaps");
        Map<String, Object> over =
                body("AUTHORISED", PARK, null, List.of(WATER), "2026-11-01", null);
        over.put("validTo", "2026-11-02");
        assertThat(post(over).objections()).contains("validity-over");
        Map<String, Object> nowhere =
                body("AUTHORISED", PARK, null, List.of(WATER), "2026-12-05", null);
        nowhere.put("area", "439999000000");
        assertThat(post(nowhere).objections()).contains("region-unknown");
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        Map<String, Object> fit =
                body("AUTHORISED", PARK, null, List.of(WATER), "2026-12-05", null);
        fit.put("area", OTHER_TOWN);
        assertThat(http.post("/api/v1/delegations", elsewhere, fit).objections())
                .containsExactly("item-outside-editor");
        assertThat(http.post("/api/v1/delegations", desk().citizen(), fit).status()).isEqualTo(403);
        for (String member : fit.keySet()) {
            Map<String, Object> odd = new LinkedHashMap<>(fit);
            odd.put(member, Map.of("wrong", List.of(true)));
            assertThat(post(odd).status()).as(member).isEqualTo(400);
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void questionsThatCannotBeAreRefused() {
        String item = "/api/v1/items/" + WATER + "/handler?place=";
        assertThat(status(item + "1")).isEqualTo(404);
        assertThat(status(item + "431025999000")).isEqualTo(404);
        assertThat(status(item + "431102000000")).isEqualTo(422);
        assertThat(status(item + DISTRICT + "&park=none")).isEqualTo(422);
        assertThat(status(item + DISTRICT + "&on=soon")).isEqualTo(400);
        assertThat(status("/api/v1/items/" + WATER + "/handler")).isEqualTo(400);
        assertThat(status("/api/v1/items/none/handler?place=" + DISTRICT)).isEqualTo(404);
        assertThat(status("/api/v1/items/none/delegations")).isEqualTo(404);
        assertThat(status("/api/v1/delegations/none")).isEqualTo(404);
        assertThat(status("/api/v1/delegations?kind=GIFT")).isEqualTo(400);
        assertThat(status("/api/v1/delegations?cursor=~~")).isEqualTo(400);
        assertThat(status("/api/v1/delegations/items")).isEqualTo(400);
        assertThat(status("/api/v1/delegations/items?region=" + DISTRICT + "&level=GALAXY"))
                .isEqualTo(400);
        String none = "/api/v1/delegations/none/takeover";
        assertThat(http.post(none, desk().editor(), Map.of(), "If-Match", "\"1\"").status())
                .isEqualTo(404);
        Http.Answer park =
                http.get("/api/v1/delegations?kind=PARK&region=" + DISTRICT, desk().citizen());
        String id = park.json().at("/items/0/id").asString();
        String path = "/api/v1/delegations/" + id;
        assertThat(
                        http.post(
                                        path + "/takeover",
                                        desk().editor(),
                                        Map.of(),
                                        "If-Match",
                                        "\"1\"")
                                .objections())
                .containsExactly("takeover-not-needed");
        Map<String, Object> blank = Map.of("reason", " ");
        assertThat(
                        http.post(path + "/revocation", desk().editor(), blank, "If-Match", "\"1\"")
                                .objections())
                .containsExactly("reason-missing");
        Map<String, Object> past = Map.of("reason", "x", "from", "2026-11-01");
        assertThat(
                        http.post(path + "/revocation", desk().editor(), past, "If-Match", "\"1\"")
                                .objections())
                .containsExactly("revocation-in-the-past");
        assertThat(
                        http.post(path + "/revocation", desk().editor(), past, "If-Match", "\"9\"")
                                .status())
                .isEqualTo(409);
        assertThat(http.post(path + "/revocation", desk().editor(), past).status()).isEqualTo(428);
    }

    private List<String> objections(
            String kind, String to, @Nullable String from, String item, Object letter) {
        return post(body(kind, to, from, List.of(item), "2026-12-05", letter)).objections();
    }

    private Http.Answer post(Object body) {
        return http.post("/api/v1/delegations", desk().editor(), body);
    }

    private int status(String path) {
        Http.Answer answer = http.get(path, desk().citizen());
        assertThat(answer.json().path("type").asString())
                .as(path)
                .startsWith("urn:oneseal:problem:");
        return answer.status();
    }

    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT count(*) FROM delegations),
                               (SELECT count(*) FROM delegation_lines),
                               (SELECT count(*) FROM history WHERE region LIKE '431025%'),
                               (SELECT count(*) FROM idempotency))
                        """)
                .query(String.class)
                .single();
    }
}
