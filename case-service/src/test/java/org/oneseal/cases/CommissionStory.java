package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An expert review commissioned from an institution: its result lets the clock run again, whichever
 * of officer and market comes first. What an applicant buys never stops a clock.
 */
@PlatformTest
class CommissionStory {

    private static final String MARKET = "oneseal.market.v1";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Subscriptions subscriptions;

    private District district;
    private String applicant;
    private Answer accepted;
    private String id;
    private String url;

    @BeforeEach
    void anAcceptedCase() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("review-firm", "永州市评审有限公司", "91431103MA4TEATA09");
        Answer submitted = district.submit(applicant);
        id = submitted.json().path("id").asString();
        url = "/api/v1/cases/" + id;
        accepted = act(submitted, url + "/acceptance", district.clerk(), null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void theResultLetsTheClockRunFromTheMomentOfItsDelivery() {
        String project = "431103-project-" + id;
        Answer suspended = suspend(accepted, project);
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        assertThat(suspended.json().at("/openProcedures/0/project").asString()).isEqualTo(project);
        assertThat(suspended.json().path("promisedDue").asString())
                .isEqualTo("2026-12-09T09:00:00Z");

        clock.setTo(Instant.parse("2026-11-27T02:00:00Z"));
        market(
                "result-delivered",
                project,
                1,
                "AUTHORITY_COMMISSIONED",
                id,
                "2026-11-26T02:00:00Z");
        awaitState("ACCEPTED");
        Answer resumed = http.get(url, applicant);
        assertThat(resumed.json().path("promisedDue").asString()).isEqualTo("2026-12-07T09:00:00Z");
        long version = resumed.json().path("version").asLong();

        market(
                "result-delivered",
                project,
                2,
                "AUTHORITY_COMMISSIONED",
                id,
                "2026-11-27T01:00:00Z");
        settle();
        subscriptions.rebuild("cases-market");
        settle();
        assertThat(http.get(url, applicant).json().path("version").asLong()).isEqualTo(version);
        assertThat(suspend(resumed, project).objections()).containsExactly("project-already-used");
    }

    @Test
    void whatAnApplicantBuysAndWhatIsAnothersTouchesNoClock() {
        String bought = "431103-bought-" + id;
        market("commissioned", bought, 1, "APPLICANT_SIDE", id, null);
        String others = "431103-others-" + id;
        market("commissioned", others, 1, "AUTHORITY_COMMISSIONED", "431103-another", null);
        String early = "431103-early-" + id;
        market("result-delivered", early, 1, "AUTHORITY_COMMISSIONED", id, "2026-11-20T02:00:00Z");
        settle();
        assertThat(suspend(accepted, bought).objections()).containsExactly("project-of-applicant");
        assertThat(suspend(accepted, others).objections())
                .containsExactly("project-of-another-case");
        assertThat(suspend(accepted, early).objections())
                .containsExactly("project-already-delivered");
        assertThat(suspend(accepted, "").status()).isEqualTo(422);
        assertThat(http.get(url, applicant).json().path("state").asString()).isEqualTo("ACCEPTED");

        String unheard = "431103-unheard-" + id;
        Answer suspended = suspend(accepted, unheard);
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        market("result-delivered", unheard, 1, "APPLICANT_SIDE", id, "2026-11-24T02:00:00Z");
        String foreign = "431103-foreign-" + id;
        market(
                "result-delivered",
                foreign,
                1,
                "AUTHORITY_COMMISSIONED",
                id,
                "2026-11-24T02:00:00Z");
        settle();
        assertThat(http.get(url, applicant).json().path("state").asString()).isEqualTo("SUSPENDED");
    }

    @Test
    void aCaseThatWentOnByHandOrWasWithdrawnIsLeftAlone() {
        String project = "431103-byhand-" + id;
        Answer suspended = suspend(accepted, project);
        String procedure = suspended.json().at("/openProcedures/0/procedureId").asString();
        Answer resumed =
                act(
                        suspended,
                        url + "/special-procedures/" + procedure + "/resumption",
                        district.officer(),
                        null);
        assertThat(resumed.status()).isEqualTo(200);
        act(resumed, url + "/withdrawal", applicant, Map.of());
        Answer before = http.get(url, applicant);

        market(
                "result-delivered",
                project,
                1,
                "AUTHORITY_COMMISSIONED",
                id,
                "2026-11-24T02:00:00Z");
        settle();

        assertThat(http.get(url, applicant).text()).isEqualTo(before.text());
    }

    @Test
    void whoNeverAnswersTheCorrectionNoticeIsClosedByTheTimer() {
        Answer submitted = district.submit(applicant);
        String silent = "/api/v1/cases/" + submitted.json().path("id").asString();
        Answer asked =
                act(
                        submitted,
                        silent + "/correction-notice",
                        district.clerk(),
                        Map.of("missing", List.of(Map.of("code", "m3")), "answerWithinDays", 10));
        assertThat(asked.json().at("/correction/answerBy").asString()).isEqualTo("2026-12-03");
        clock.setTo(Instant.parse("2026-12-03T15:59:59Z"));
        assertThat(http.get(silent, applicant).json().path("state").asString())
                .isEqualTo("IN_CORRECTION");

        clock.setTo(Instant.parse("2026-12-03T16:00:01Z"));

        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(silent, applicant)
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals("RETURNED"));
        assertThat(http.get(silent + "/timeline", applicant).text()).contains("补正不来");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM cases WHERE timer_due <= ?")
                                .param(java.sql.Timestamp.from(clock.instant()))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private Answer suspend(Answer before, String project) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "EXPERT_REVIEW");
        body.put("reason", "报告表专家评审");
        body.put("announcedDays", 5);
        body.put("commissionedBy", District.DEPARTMENT);
        body.put("project", project);
        return act(before, url + "/special-procedures", district.officer(), body);
    }

    private void market(
            String event,
            String project,
            long sequence,
            String role,
            String caseId,
            @Nullable String deliveredAt) {
        ObjectNode data = (ObjectNode) sample(event).deepCopy();
        data.put("projectId", project).put("caseId", caseId).put("role", role);
        if (deliveredAt != null) data.put("deliveredAt", deliveredAt);
        topics.send(
                MARKET,
                project,
                "org.oneseal.market." + event,
                sequence,
                clock.instant(),
                District.REGION,
                null,
                data);
    }

    /** The market's own words, of our project and case. */
    private static JsonNode sample(String event) {
        return Objects.requireNonNull(
                Contracts.of("intermediary-market-service").samples().get(event));
    }

    /** Waits until everything that lies in the topic has been taken. */
    private void settle() {
        String last = "431103-last-" + System.nanoTime();
        for (int i = 0; i < 24; i++) {
            market("commissioned", last + "-" + i, 1, "AUTHORITY_COMMISSIONED", id, null);
        }
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                jdbc.sql("SELECT count(*) FROM market_project" + " WHERE id LIKE ?")
                                                .param(last + "%")
                                                .query(Integer.class)
                                                .single()
                                        == 24);
        await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp("cases-market"));
    }

    private void awaitState(String state) {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(url, applicant)
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals(state));
    }

    private Answer act(Answer before, String path, String token, @Nullable Object body) {
        String version = "\"" + before.json().path("version").asLong() + "\"";
        return http.post(path, token, body, "If-Match", version);
    }
}
