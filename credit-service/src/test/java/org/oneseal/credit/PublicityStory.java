package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
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

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    private District district() {
        return new District(topics);
    }

    private String officer(String region) {
        return tokens.of(Role.CREDIT_OFFICER).region(region).mint();
    }

    @BeforeEach
    void theCalendarIsKnown() {
        clock.setTo(NOW);
        district().calendar2026();
        await().atMost(Patience.SOON)
                .until(() -> count("SELECT count(*) FROM calendar_years WHERE year = 2026") == 1);
        // in 零陵区 an officer publishes by hand
        jdbc.update(
                """
                INSERT INTO publicity_rules VALUES
                    ('by-hand', '431102000000', NULL, DATE '2015-01-01', NULL, 7, 5,
                     'WITHHELD', 'BY_OFFICER', '普通', 'test')
                ON CONFLICT DO NOTHING
                """);
    }

    @Test
    void aGrantedLicenceIsPublicAtOnceAndItsDeadlineExplained() {
        var decision = district().decision();
        String caseId = decision.send();

        JsonNode record = awaitState(caseId, "PUBLISHED");
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
                                officer(District.LENGSHUITAN))
                        .json();
        assertThat(deadline.path("workingDays").asInt()).isEqualTo(7);
        assertThat(deadline.at("/due/lastDay").asString()).isEqualTo("2026-12-03");
        assertThat(deadline.path("days").size()).isEqualTo(10);

        JsonNode export =
                http.get("/api/v1/credit-records/" + id + "/export", officer(District.LENGSHUITAN))
                        .json();
        assertThat(export.path("XK_XDR_MC").asString()).isEqualTo("永州市示例餐饮有限公司");
        assertThat(export.path("XK_WSH").asString()).isEqualTo(decision.number());
        assertThat(export.path("XK_JDRQ").asString()).isEqualTo("2026/11/24");
        assertThat(export.path("XK_YXQZI").asString()).isEqualTo("2031/11/23");
        assertThat(export.path("XK_XKJG").asString()).isEqualTo("冷水滩区市场监督管理局");

        await().untilAsserted(
                        () ->
                                assertThat(told(id))
                                        .containsExactly(
                                                "org.oneseal.credit.record-opened",
                                                "org.oneseal.credit.record-published"));
    }

    @Test
    void whatIsSentKeepsToItsSchema() {
        String id = awaitState(district().decision().send(), "PUBLISHED").path("id").asString();
        await().until(() -> told(id).size() == 2);
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
        String caseId = district().decision().toPerson("王小明").send();
        JsonNode record = awaitState(caseId, "PUBLISHED");

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
        String refused = district().decision().refused().send();
        String service = district().decision().noLicence().notPublic().send();
        String secret = district().decision().notPublic().send();

        JsonNode record = awaitState(secret, "WITHHELD");
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
        String caseId = district().decision().send();
        String id = awaitState(caseId, "PUBLISHED").path("id").asString();
        district().finishes(caseId, "2");

        JsonNode record = awaitState(caseId, "WITHHELD");
        assertThat(record.path("withheldFor").asString()).isEqualTo("licence-annulled");
        assertThat(publicIds(District.LENGSHUITAN)).doesNotContain(id);
    }

    @Test
    void aDecisionToldAgainIsOneRecord() {
        var decision = district().decision();
        String caseId = decision.send();
        awaitState(caseId, "PUBLISHED");
        decision.send();
        decision.send(8);
        await().until(() -> lastHandled(caseId) == 8);

        assertThat(records(caseId)).isEqualTo(1);
        assertThat(awaitState(caseId, "PUBLISHED").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void aDecisionLearntLateIsPublishedAtOnceButNotInTime() {
        String late = district().decision().at("2026-03-02T03:00:00Z").send();
        String early = district().decision().at("2026-03-03T03:00:00Z").send();
        JsonNode record = awaitState(late, "PUBLISHED");
        awaitState(early, "PUBLISHED");
        assertThat(record.path("due").asString()).isEqualTo("2026-03-11");
        assertThat(record.path("inTime").asBoolean()).isFalse();

        clock.setTo(Instant.parse("2026-03-05T08:00:00Z"));
        String fresh = district().decision().at("2026-03-05T03:00:00Z").send();
        awaitState(fresh, "PUBLISHED");
        String path = "/api/v1/credit-records/seven-day-rate?from=2026-03-11&to=2026-03-16";
        JsonNode rate = http.get(path, officer(District.LENGSHUITAN)).json();
        assertThat(rate.path("numerator").asInt()).isEqualTo(1);
        assertThat(rate.path("denominator").asInt()).isEqualTo(3);
        assertThat(rate.path("rate").asString()).isEqualTo("33.33");
        JsonNode elsewhere = http.get(path, officer(District.LINGLING)).json();
        assertThat(elsewhere.path("denominator").asInt()).isZero();
        assertThat(elsewhere.path("rate").isNull()).isTrue();
    }

    @Test
    void whereTheRuleSaysSoAnOfficerPublishes() {
        String caseId = district().decision().in(District.LINGLING).send();
        String token = officer(District.LINGLING);
        JsonNode record = awaitState(caseId, "PENDING", token);
        String path = "/api/v1/credit-records/" + record.path("id").asString();
        String key = UUID.randomUUID().toString();

        assertThat(http.get(path, officer(District.LENGSHUITAN)).status()).isEqualTo(404);
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
    void aNewDecreeMovesWhatStillWaits() {
        String token = officer(District.LINGLING);
        // the last working days of 2026 and the first of a year that nobody has decreed yet
        String caseId =
                district().decision().in(District.LINGLING).at("2026-12-29T03:00:00Z").send();
        JsonNode before = awaitState(caseId, "PENDING", token);
        String id = before.path("id").asString();
        assertThat(before.path("provisional").asBoolean()).isTrue();
        assertThat(before.path("due").asString()).isEqualTo("2027-01-08");

        district().calendar(2027, 1, false, "2027-01-04");
        await().untilAsserted(
                        () -> {
                            JsonNode moved = http.get("/api/v1/credit-records/" + id, token).json();
                            assertThat(moved.path("provisional").asBoolean()).isFalse();
                            // 2027-01-01 is worked in this made-up decree, 2027-01-04 is not
                            assertThat(moved.path("due").asString()).isEqualTo("2027-01-08");
                            assertThat(moved.path("version").asInt()).isEqualTo(2);
                        });
        district().calendar(2027, 2, false, "2027-01-05");
        district().calendar(2027, 3, false, null);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                http.get("/api/v1/credit-records/" + id, token)
                                                        .json()
                                                        .path("due")
                                                        .asString())
                                        .isEqualTo("2027-01-07"));
        await().untilAsserted(
                        () ->
                                assertThat(told(id))
                                        .startsWith("org.oneseal.credit.record-opened")
                                        .contains("org.oneseal.credit.record-rescheduled"));
    }

    @Test
    void withoutACalendarTheRecordWaitsForItsDueDate() {
        String token = officer(District.LINGLING);
        String caseId =
                district().decision().in(District.LINGLING).at("2019-05-06T03:00:00Z").send();
        JsonNode record = awaitState(caseId, "PENDING", token);
        String path = "/api/v1/credit-records/" + record.path("id").asString();
        assertThat(record.path("due").isNull()).isTrue();
        assertThat(http.get(path + "/deadline", token).json().path("days").size()).isZero();

        district().calendar(2019, 1, false, null);
        await().untilAsserted(
                        () ->
                                assertThat(http.get(path, token).json().path("due").asString())
                                        .isEqualTo("2019-05-15"));
        assertThat(http.get(path, token).json().path("warning").asString()).isEqualTo("YELLOW");
    }

    @Test
    void aRebuildFromTheTopicsEndsEqual() {
        String caseId = district().decision().send();
        awaitState(caseId, "PUBLISHED");
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
        for (int i = 0; i < 3; i++) awaitState(district().decision().send(), "PUBLISHED");
        List<String> whole = publicIds(District.LENGSHUITAN);
        List<String> paged = publicIds(District.LENGSHUITAN, 2);
        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    }

    private List<String> publicIds(String region) {
        return publicIds(region, 200);
    }

    private List<String> publicIds(String region, int limit) {
        List<String> ids = new java.util.ArrayList<>();
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

    private JsonNode awaitState(String caseId, String state) {
        return awaitState(caseId, state, officer(District.LENGSHUITAN));
    }

    private JsonNode awaitState(String caseId, String state, String token) {
        return await().atMost(Patience.SOON)
                .until(
                        () -> {
                            for (String id :
                                    jdbc.queryForList(
                                            "SELECT id FROM publicity_records WHERE case_id = ?",
                                            String.class,
                                            caseId)) {
                                JsonNode record =
                                        http.get("/api/v1/credit-records/" + id, token).json();
                                if (record.path("state").asString("").equals(state)) return record;
                            }
                            return null;
                        },
                        Objects::nonNull);
    }

    private List<String> told(String recordId) {
        return topics.all("oneseal.credit.v1").stream()
                .filter(m -> recordId.equals(m.key()))
                .map(m -> Objects.requireNonNull(m.headers().get("ce_type")))
                .toList();
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
        return count("SELECT count(*) FROM publicity_records WHERE case_id = '" + caseId + "'");
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
