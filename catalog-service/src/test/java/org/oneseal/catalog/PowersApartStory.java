package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a bureau does of its own accord stays apart from what people apply for there: nobody finds
 * it, applies for it or bundles it, and only the county's editors write it.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowersApartStory {

    /** 辰溪县. */
    private static final String COUNTY = "431223000000";

    private static final String HEALTH = HealthBureau.code(COUNTY);
    private static final String USCC = HealthBureau.uscc(COUNTY);
    private static final String PENALTY = USCC + "4430299301000";
    private static final String INSPECTION = USCC + "4430699301000";
    private static final String LICENCE = USCC + "4000100001000";
    private static final String NAME = "对未取得卫生许可擅自供水的处罚";
    private static final String PATH = HealthBureau.POWERS;
    private static final String ITEMS = "oneseal.catalog.items.v1";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;
    @Autowired Topics topics;

    private HealthBureau bureau() {
        return new HealthBureau(http, tokens, COUNTY);
    }

    @BeforeAll
    void aBureauWithALicenceAndTwoPowers() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        bureau().set();
        bureau().matter("430299301000", NAME, "02");
        bureau().matter("430699301000", "饮用水卫生监督检查", "06");
        bureau().appliedFor(LICENCE, CountyDesk.licence(USCC, "公共场所卫生许可", 5), "2026-11-23");
        bureau().power(PENALTY, PowerBodies.penalty(NAME), "2026-11-23");
        bureau().power(INSPECTION, PowerBodies.inspection("饮用水卫生监督检查"), "2026-11-23");
    }

    @Test
    void nothingThatOneAppliesForIsEnteredTwice() {
        Http.Answer licence =
                bureau().begin(USCC + "4000100002000", PowerBodies.penalty("饮用水卫生许可"));
        assertThat(licence.status()).isEqualTo(422);
        assertThat(licence.objections()).containsExactly("power-type-unfit");
        assertThat(bureau().begin(PENALTY, PowerBodies.penalty(NAME)).objections())
                .containsExactly("item-code-taken");
        assertThat(bureau().begin("x", PowerBodies.penalty(NAME)).objections())
                .containsExactly("implementation-code-invalid");
        Map<String, Object> advice = PowerBodies.penalty("咨询");
        advice.put("itemType", "20");
        Http.Answer service = bureau().begin(USCC + "4430299302000", advice);
        assertThat(bureau().publish(USCC + "4430299302000", service).objections())
                .contains("power-type-unfit", "item-type-not-of-code", "basic-code-unknown");
    }

    @Test
    void nobodyAppliesForAPower() {
        String citizen = bureau().county().citizen();
        for (String path :
                List.of(
                        "/api/v1/items/" + INSPECTION,
                        "/api/v1/items/" + INSPECTION + "/guide",
                        "/api/v1/items/" + INSPECTION + "/versions/1",
                        "/api/v1/items/" + INSPECTION + "/handler?place=" + COUNTY)) {
            assertThat(http.get(path, citizen).status()).as(path).isEqualTo(404);
        }
        assertThat(
                        http.post(
                                        "/api/v1/items/" + INSPECTION + "/guide/checklist",
                                        citizen,
                                        Map.of())
                                .status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/items?q=监督检查&region=" + COUNTY, citizen).text())
                .doesNotContain(INSPECTION);
        assertThat(http.get("/api/v1/search?q=饮用水卫生监督检查&region=" + COUNTY, citizen).text())
                .doesNotContain(INSPECTION);
        // What is not waiting to be sent any more has been sent, or there never was any.
        assertThat(
                        sql.sql("SELECT key FROM outbox WHERE topic = :topic")
                                .param("topic", ITEMS)
                                .query(String.class)
                                .list())
                .noneMatch(PowersApartStory::ofAPower);
        assertThat(topics.all(ITEMS).stream().map(m -> String.valueOf(m.key())))
                .noneMatch(PowersApartStory::ofAPower);
        Http.Answer pack =
                http.post(
                        "/api/v1/packages",
                        bureau().anna(),
                        Map.of(
                                "code",
                                "431223-inspected",
                                "department",
                                HEALTH,
                                "content",
                                Map.of(
                                        "name",
                                        Map.of("zh", "开店", "en", "Opening"),
                                        "members",
                                        List.of(
                                                Map.of("item", LICENCE),
                                                Map.of("item", INSPECTION)))));
        assertThat(
                        http.post(
                                        "/api/v1/packages/431223-inspected/versions",
                                        bureau().anna(),
                                        Map.of(),
                                        "If-Match",
                                        CountyDesk.tag(pack))
                                .objections())
                .containsExactly("member-not-on-application");
    }

    @Test
    void onlyTheEditorsOfTheCountyWrite() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        Map<String, Object> body =
                Map.of(
                        "code",
                        USCC + "4430299303000",
                        "department",
                        HEALTH,
                        "content",
                        PowerBodies.penalty("x"));
        for (String token : List.of(elsewhere, bureau().county().citizen())) {
            assertThat(http.post(PATH, token, body).status()).isEqualTo(403);
            assertThat(
                            http.put(
                                            PATH + "/" + INSPECTION + "/draft",
                                            token,
                                            PowerBodies.inspection("x"),
                                            "If-Match",
                                            "\"2\"")
                                    .status())
                    .isEqualTo(403);
        }
        String draft = USCC + "4430299304000";
        String tag = CountyDesk.tag(bureau().begin(draft, PowerBodies.penalty("x")));
        assertThat(http.get(PATH + "/" + draft, elsewhere).status()).isEqualTo(404);
        assertThat(http.get(PATH + "/" + draft, bureau().anna()).status()).isEqualTo(200);
        assertThat(listed(bureau().anna())).contains(draft);
        assertThat(listed(elsewhere)).doesNotContain(draft).contains(INSPECTION);
        assertThat(bureau().act(draft, "suspension", tag, Map.of("reason", "x")).objections())
                .containsExactly("item-not-in-force");
        assertThat(bureau().act(draft, "suspension", "\"9\"", Map.of("reason", "x")).status())
                .isEqualTo(409);
        assertThat(
                        http.send(
                                        "DELETE",
                                        PATH + "/" + draft + "/draft",
                                        bureau().anna(),
                                        null,
                                        "If-Match",
                                        tag,
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString())
                                .objections())
                .containsExactly("item-never-published");
    }

    private String listed(String token) {
        return http.get(PATH + "?region=" + COUNTY + "&department=" + HEALTH, token).text();
    }

    private static boolean ofAPower(String key) {
        return key.startsWith(PENALTY) || key.startsWith(INSPECTION);
    }
}
