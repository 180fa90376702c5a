package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** When a decision has to be public, what moves that day, and how many were in time. */
@PlatformTest
class PublicityDeadlineStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;

    private Publicity publicity() {
        return new Publicity(http, tokens, topics, jdbc);
    }

    @BeforeEach
    void theCalendarIsKnown() {
        clock.setTo(Publicity.NOW);
        publicity().calendarAndRules();
    }

    @Test
    void aDecisionLearntLateIsPublishedAtOnceButNotInTime() {
        String late = publicity().district().decision().at("2026-03-02T03:00:00Z").send();
        String early = publicity().district().decision().at("2026-03-03T03:00:00Z").send();
        JsonNode record = publicity().awaitState(late, "PUBLISHED");
        publicity().awaitState(early, "PUBLISHED");
        assertThat(record.path("due").asString()).isEqualTo("2026-03-11");
        assertThat(record.path("inTime").asBoolean()).isFalse();

        clock.setTo(Instant.parse("2026-03-05T08:00:00Z"));
        String fresh = publicity().district().decision().at("2026-03-05T03:00:00Z").send();
        publicity().awaitState(fresh, "PUBLISHED");
        String path = "/api/v1/credit-records/seven-day-rate?from=2026-03-11&to=2026-03-16";
        JsonNode rate = http.get(path, publicity().officer(District.LENGSHUITAN)).json();
        assertThat(rate.path("numerator").asInt()).isEqualTo(1);
        assertThat(rate.path("denominator").asInt()).isEqualTo(3);
        assertThat(rate.path("rate").asString()).isEqualTo("33.33");
        JsonNode elsewhere = http.get(path, publicity().officer(District.LINGLING)).json();
        assertThat(elsewhere.path("denominator").asInt()).isZero();
        assertThat(elsewhere.path("rate").isNull()).isTrue();
    }

    @Test
    void aNewDecreeMovesWhatStillWaits() {
        String token = publicity().officer(District.LINGLING);
        // the last working days of 2026 and the first of a year that nobody has decreed yet
        String caseId =
                publicity()
                        .district()
                        .decision()
                        .in(District.LINGLING)
                        .at("2026-12-29T03:00:00Z")
                        .send();
        JsonNode before = publicity().awaitState(caseId, "PENDING", token);
        String id = before.path("id").asString();
        assertThat(before.path("provisional").asBoolean()).isTrue();
        assertThat(before.path("due").asString()).isEqualTo("2027-01-08");

        publicity().district().calendar(2027, 1, false, "2027-01-04");
        await().untilAsserted(
                        () -> {
                            JsonNode moved = http.get("/api/v1/credit-records/" + id, token).json();
                            assertThat(moved.path("provisional").asBoolean()).isFalse();
                            // 2027-01-01 is worked in this made-up decree, 2027-01-04 is not
                            assertThat(moved.path("due").asString()).isEqualTo("2027-01-08");
                            assertThat(moved.path("version").asInt()).isEqualTo(2);
                        });
        publicity().district().calendar(2027, 2, false, "2027-01-05");
        publicity().district().calendar(2027, 3, false, null);
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
                                assertThat(publicity().told(id))
                                        .startsWith("org.oneseal.credit.record-opened")
                                        .contains("org.oneseal.credit.record-rescheduled"));
    }

    @Test
    void withoutACalendarTheRecordWaitsForItsDueDate() {
        String token = publicity().officer(District.LINGLING);
        String caseId =
                publicity()
                        .district()
                        .decision()
                        .in(District.LINGLING)
                        .at("2019-05-06T03:00:00Z")
                        .send();
        JsonNode record = publicity().awaitState(caseId, "PENDING", token);
        String path = "/api/v1/credit-records/" + record.path("id").asString();
        assertThat(record.path("due").isNull()).isTrue();
        assertThat(http.get(path + "/deadline", token).json().path("days").size()).isZero();

        publicity().district().calendar(2019, 1, false, null);
        await().untilAsserted(
                        () ->
                                assertThat(http.get(path, token).json().path("due").asString())
                                        .isEqualTo("2019-05-15"));
        assertThat(http.get(path, token).json().path("warning").asString()).isEqualTo("YELLOW");
    }
}
