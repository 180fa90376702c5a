package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** From a decision to the public list, with everything that may come between. */
@PlatformTest
class PublicityStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    private Publicity publicity() {
        return new Publicity(http, tokens, topics, jdbc);
    }

    @BeforeEach
    void theCalendarIsKnown() {
        clock.setTo(Publicity.NOW);
        publicity().calendarAndRules();
    }

    @Test
    void aGrantedLicenceIsPublicAtOnceAndItsDeadlineExplained() {
        var decision = publicity().district().decision();
        String caseId = decision.send();

        JsonNode record = publicity().awaitState(caseId, "PUBLISHED");
        String id = record.path("id").asString();
        assertThat(record.path("due").asString()).isEqualTo("2026-12-03");
        assertThat(record.path("inTime").asBoolean()).isTrue();
        assertThat(record.path("provisional").asBoolean()).isFalse();

        JsonNode shown = http.get("/api/v1/publicity/" + id, null).json();
        assertThat(shown.path("subjectName").asString()).isEqualTo("永州市示例餐饮有限公司");
        assertThat(shown.path("decidedOn").asString()).isEqualTo("2026-11-24");
        assertThat(publicIds(District.LENGSHUITAN)).contains(id);
        assertThat(publicIds("431100000000")).contains(id);
        assertThat(publicIds(District.LINGLING)).doesNotContain(id);

        JsonNode deadline =
                http.get(
                                "/api/v1/credit-records/" + id + "/deadline",
                                publicity().officer(District.LENGSHUITAN))
                        .json();
        assertThat(deadline.path("workingDays").asInt()).isEqualTo(7);
        assertThat(deadline.at("/due/lastDay").asString()).isEqualTo("2026-12-03");
        assertThat(deadline.path("days").size()).isEqualTo(10);

        JsonNode export =
                http.get(
                                "/api/v1/credit-records/" + id + "/export",
                                publicity().officer(District.LENGSHUITAN))
                        .json();
        assertThat(export.path("XK_XDR_MC").asString()).isEqualTo("永州市示例餐饮有限公司");
        assertThat(export.path("XK_WSH").asString()).isEqualTo(decision.number());
        assertThat(export.path("XK_JDRQ").asString()).isEqualTo("2026/11/24");
        assertThat(export.path("XK_YXQZI").asString()).isEqualTo("2031/11/23");
        assertThat(export.path("XK_XKJG").asString()).isEqualTo("冷水滩区市场监督管理局");

        await().untilAsserted(
                        () ->
                                assertThat(publicity().told(id))
                                        .containsExactly(
                                                "org.oneseal.credit.record-opened",
                                                "org.oneseal.credit.record-published"));
    }

    @Test
    void whatIsSentKeepsToItsSchema() {
        String id =
                publicity()
                        .awaitState(publicity().district().decision().send(), "PUBLISHED")
                        .path("id")
                        .asString();
        await().until(() -> publicity().told(id).size() == 2);
        Contracts contracts = Contracts.of("credit-service");
        for (Topics.Message message : topics.all("oneseal.credit.v1")) {
            String type = Objects.requireNonNull(message.headers().get("ce_type"));
            contracts.assertValid(
                    type.substring(type.lastIndexOf('.') + 1),
                    EventJson.reader().readTree(Objects.requireNonNull(message.value())));
        }
    }

    @Test
    void aNaturalPersonIsShownByAMaskOnly() {
        String caseId = publicity().district().decision().toPerson("王小明").send();
        JsonNode record = publicity().awaitState(caseId, "PUBLISHED");

        assertThat(record.path("deidentified").asBoolean()).isTrue();
        assertThat(record.at("/licence/subjectName").asString()).isEqualTo("王**");
        assertThat(
                        jdbc.queryForObject(
                                "SELECT body::text FROM publicity_records WHERE case_id = ?",
                                String.class,
                                caseId))
                .doesNotContain("王小明");
    }

    @Test
    void whatIsRefusedOrNoLicenceMakesNoRecordAndWhatIsNotPublicIsWithheld() {
        String refused = publicity().district().decision().refused().send();
        String service = publicity().district().decision().noLicence().notPublic().send();
        String secret = publicity().district().decision().notPublic().send();

        JsonNode record = publicity().awaitState(secret, "WITHHELD");
        assertThat(record.path("withheldFor").asString()).isEqualTo("item-not-public");
        assertThat(http.get("/api/v1/publicity/" + record.path("id").asString(), null).status())
                .isEqualTo(404);
        // sent after the others to other partitions: wait until their keys are through too
        await().until(() -> handled(refused) && handled(service));
        assertThat(records(refused)).isZero();
        assertThat(records(service)).isZero();
    }

    @Test
    void anAnnulledLicenceIsClosedAgain() {
        String caseId = publicity().district().decision().send();
        String id = publicity().awaitState(caseId, "PUBLISHED").path("id").asString();
        publicity().district().finishes(caseId, "2");

        JsonNode record = publicity().awaitState(caseId, "WITHHELD");
        assertThat(record.path("withheldFor").asString()).isEqualTo("licence-annulled");
        assertThat(publicIds(District.LENGSHUITAN)).doesNotContain(id);
    }

    @Test
    void aDecisionToldAgainIsOneRecord() {
        var decision = publicity().district().decision();
        String caseId = decision.send();
        publicity().awaitState(caseId, "PUBLISHED");
        decision.send();
        decision.send(8);
        await().until(() -> lastHandled(caseId) == 8);

        assertThat(records(caseId)).isEqualTo(1);
        assertThat(publicity().awaitState(caseId, "PUBLISHED").path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void whereTheRuleSaysSoAnOfficerPublishes() {
        String caseId = publicity().district().decision().in(District.LINGLING).send();
        String token = publicity().officer(District.LINGLING);
        JsonNode record = publicity().awaitState(caseId, "PENDING", token);
        String path = "/api/v1/credit-records/" + record.path("id").asString();
        String key = UUID.randomUUID().toString();

        assertThat(http.get(path, publicity().officer(District.LENGSHUITAN)).status())
                .isEqualTo(404);
        assertThat(http.get(path, token).header("ETag")).isEqualTo("\"1\"");
        assertThat(http.post(path + "/publication", token, null, "If-Match", "\"7\"").objections())
                .containsExactly("stale-version");
        var done =
                http.post(
                        path + "/publication",
                        token,
                        null,
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        assertThat(done.json().path("state").asString()).isEqualTo("PUBLISHED");
        var again =
                http.post(
                        path + "/publication",
                        token,
                        null,
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key);
        assertThat(again.json()).isEqualTo(done.json());

        Map<String, String> why = Map.of("reason", "涉及未成年人", "ground", "未成年人保护法 art. 4");
        var withheld = http.post(path + "/withholding", token, why, "If-Match", "\"2\"");
        assertThat(withheld.status()).as(withheld.text()).isEqualTo(200);
        assertThat(withheld.json().path("state").asString()).isEqualTo("WITHHELD");
        var late = http.post(path + "/publication", token, null, "If-Match", "\"3\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.objections()).containsExactly("record-withheld");
    }

    @Test
    void aRebuildFromTheTopicsEndsEqual() {
        String caseId = publicity().district().decision().send();
        publicity().awaitState(caseId, "PUBLISHED");
        var records = jdbc.queryForList("SELECT * FROM publicity_records ORDER BY id").toString();
        var calendars =
                jdbc.queryForList("SELECT * FROM calendar_years ORDER BY region, year").toString();

        subscriptions.rebuild("credit-calendars");
        subscriptions.rebuild("credit-cases");
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                subscriptions.isCaughtUp("credit-calendars")
                                        && subscriptions.isCaughtUp("credit-cases"));

        assertThat(
                        jdbc.queryForList("SELECT * FROM calendar_years ORDER BY region, year")
                                .toString())
                .isEqualTo(calendars);
        assertThat(jdbc.queryForList("SELECT * FROM publicity_records ORDER BY id").toString())
                .isEqualTo(records);
    }

    @Test
    void thePublicListIsPagedWithoutGapsOrRepeats() {
        for (int i = 0; i < 3; i++)
            publicity().awaitState(publicity().district().decision().send(), "PUBLISHED");
        List<String> whole = publicIds(District.LENGSHUITAN);
        List<String> paged = publicIds(District.LENGSHUITAN, 2);
        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    }

    private List<String> publicIds(String region) {
        return publicIds(region, 200);
    }

    private List<String> publicIds(String region, int limit) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonNode page =
                    http.get(
                                    "/api/v1/publicity?region=%s&limit=%d".formatted(region, limit)
                                            + (cursor == null ? "" : "&cursor=" + cursor),
                                    null)
                            .json();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        } while (cursor != null);
        return ids;
    }

    private boolean handled(String caseId) {
        return lastHandled(caseId) > 0;
    }

    private long lastHandled(String caseId) {
        return jdbc
                .queryForList(
                        "SELECT last_sequence FROM inbox_key WHERE subscription = 'credit-cases'"
                                + " AND key = ?",
                        Long.class,
                        caseId)
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private long records(String caseId) {
        return publicity()
                .count("SELECT count(*) FROM publicity_records WHERE case_id = '" + caseId + "'");
    }
}
