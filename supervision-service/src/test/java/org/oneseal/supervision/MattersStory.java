package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.supervision.supervising.Almanac;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests for disclosure, tickets and bad reviews: told over HTTP, watched as cases are. */
class MattersStory extends Story {

    private static final String MATTERS = "/api/v1/watches/matters";

    @Autowired Almanac almanac;

    MattersStory() {
        super("431126000000");
    }

    @Test
    void a_request_for_disclosure_is_watched_from_its_receipt_to_its_answer() {
        var opened =
                http.post(
                        MATTERS,
                        system(),
                        opening("DISCLOSURE", "公开〔2026〕1号", "2026-03-02T02:00:00Z"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String id = opened.json().path("id").asString();
        JsonNode watch = http.get(watch(id, "disclosure-1"), supervisor()).json().path("watch");
        assertThat(watch.path("state").asString()).isEqualTo("OPEN");
        // Twenty working days after 2 March, and the sender states no day of its own.
        assertThat(watch.path("due").asString()).isEqualTo("2026-03-30T09:00:00Z");
        clock.setTo(Instant.parse("2026-03-27T02:00:00Z"));
        awaitCards(id, "disclosure-blue");
        var extended =
                tell(
                        id,
                        1,
                        milestone("extended", "answered", "2026-03-27T01:00:00Z", "2026-04-10"));
        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(extended.header("ETag")).isEqualTo("\"2\"");
        assertThat(state(id, "disclosure-1")).isEqualTo("CLOSED");
        assertThat(state(id, "disclosure-2")).isEqualTo("OPEN");
        clock.setTo(Instant.parse("2026-04-10T16:00:00Z"));
        awaitCards(id, "disclosure-blue", "disclosure-blue", "disclosure-yellow");
        clock.setTo(Instant.parse("2026-04-16T16:00:00Z"));
        await().atMost(SOON).until(() -> rulesOf(id).contains("disclosure-red-unanswered"));
        almanac.forgetCases();
        assertThat(state(id, "disclosure-2"))
                .as("cases are forgotten, it is none")
                .isEqualTo("OPEN");
        assertThat(tell(id, 2, milestone("answered", null, "2026-04-16T15:00:00Z", null)).status())
                .isEqualTo(200);
        assertThat(state(id, "disclosure-2")).isEqualTo("CLOSED");
        assertThat(
                        tell(id, 3, milestone("answered", null, "2026-04-16T15:00:00Z", null))
                                .objections())
                .containsExactly("matter-ended");
        assertThat(http.get(MATTERS + "/" + id, system()).json().path("version").asLong())
                .isEqualTo(3);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                topics.all("oneseal.supervision.v1").stream()
                                                        .filter(m -> id.equals(m.key()))
                                                        .toList())
                                        .hasSize(3));
    }

    @Test
    void tickets_and_bad_reviews_have_terms_of_their_own() {
        Map<String, String> dues =
                Map.of("TICKET", "2026-03-09T09:00:00Z", "REVIEW", "2026-03-23T09:00:00Z");
        dues.forEach(
                (kind, due) -> {
                    var opened =
                            http.post(
                                    MATTERS,
                                    hotline(),
                                    opening(kind, "no-" + kind, "2026-03-02T02:00:00Z"));
                    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
                    String watch =
                            watch(
                                    opened.json().path("id").asString(),
                                    kind.toLowerCase(Locale.ROOT) + "-1");
                    assertThat(http.get(watch, supervisor()).json().at("/watch/due").asString())
                            .isEqualTo(due);
                });
        assertThat(
                        http.get("/api/v1/watches?kind=TICKET&limit=200", supervisor())
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(w -> w.path("caseNumber").asString().equals("no-TICKET")))
                .hasSize(1);
        assertThat(http.get("/api/v1/watches?kind=TICKET", stranger()).json().path("items").size())
                .isZero();
    }

    /** Signed for (签收) within a day, answered within five, the caller called back a day later. */
    @Test
    void a_ticket_has_a_limit_of_its_own_at_each_stage() {
        clock.setTo(Instant.parse("2026-11-30T02:00:00Z"));
        Map<String, Object> dispatched = opening("TICKET", "工单-7", "2026-11-30T01:00:00Z");
        dispatched.put("reached", "dispatched");
        dispatched.put("awaits", "signed");
        var opened = http.post(MATTERS, system(), dispatched);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String id = opened.json().path("id").asString();
        assertThat(due(id, "ticket-1")).isEqualTo("2026-12-01T09:00:00Z");
        // Two office hours before the end, not the moment it begins.
        clock.setTo(Instant.parse("2026-12-01T06:59:00Z"));
        assertThat(rulesOf(id)).isEmpty();
        clock.setTo(Instant.parse("2026-12-01T07:00:00Z"));
        awaitCards(id, "ticket-blue-day");
        clock.setTo(Instant.parse("2026-12-01T16:00:00Z"));
        awaitCards(id, "ticket-blue-day", "ticket-yellow");
        tell(id, 1, milestone("signed", "answered", "2026-12-01T15:00:00Z", null));
        assertThat(state(id, "ticket-1")).isEqualTo("CLOSED");
        assertThat(due(id, "ticket-2")).isEqualTo("2026-12-08T09:00:00Z");
        clock.setTo(Instant.parse("2026-12-03T02:00:00Z"));
        tell(id, 2, milestone("answered", "called-back", "2026-12-03T01:00:00Z", null));
        assertThat(due(id, "ticket-3")).isEqualTo("2026-12-04T09:00:00Z");
        tell(id, 3, milestone("called-back", null, "2026-12-03T01:30:00Z", null));
        assertThat(state(id, "ticket-3")).isEqualTo("CLOSED");
        assertThat(rulesOf(id)).containsExactlyInAnyOrder("ticket-blue-day", "ticket-yellow");
    }

    @Test
    void what_makes_no_sense_is_told_and_nobody_tells_of_others() {
        Map<String, Object> wrong = opening("CASE", "no-9", "2026-12-31T00:00:00Z");
        wrong.remove("awaits");
        wrong.put("department", "431126-XX");
        wrong.put("from", "2026-03-05");
        wrong.put("by", "2026-03-04");
        assertThat(http.post(MATTERS, system(), wrong).objections())
                .containsExactlyInAnyOrder(
                        "matter-kind-unfit",
                        "matter-outside",
                        "matter-awaits-nothing",
                        "matter-in-future",
                        "matter-days-reversed");
        Map<String, Object> named = opening("REVIEW", "no-7", "1066-03-02T02:00:00Z");
        named.put("title", "440524188001010014 反映窗口推诿");
        named.put("by", "+999999999-12-31");
        assertThat(http.post(MATTERS, system(), named).objections())
                .containsExactlyInAnyOrder(
                        "matter-personal-number",
                        "matter-time-implausible",
                        "matter-time-implausible");
        Map<String, Object> right = opening("REVIEW", "no-8", "2026-03-02T02:00:00Z");
        assertThat(http.post(MATTERS, stranger(), right).objections())
                .containsExactly("matter-outside");
        assertThat(http.post(MATTERS, applicant(), right).status()).isEqualTo(403);
        var opened = http.post(MATTERS, system(), right);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(http.post(MATTERS, system(), right).objections())
                .containsExactly("matter-known");
        String id = opened.json().path("id").asString();
        assertThat(http.get(MATTERS + "/" + id, stranger()).status()).isEqualTo(404);
        assertThat(http.get(watch(id, "review-1"), stranger()).status()).isEqualTo(404);
        Map<String, Object> next = milestone("rectified", null, "2026-03-02T02:30:00Z", null);
        assertThat(
                        http.post(
                                        MATTERS + "/" + id + "/milestones",
                                        stranger(),
                                        next,
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(404);
        assertThat(tell(id, 7, next).status()).isEqualTo(409);
        assertThat(tell(id, 1, Map.of("reached", "A B", "at", "yesterday")).status())
                .isEqualTo(400);
    }

    private Map<String, Object> opening(String kind, String number, String at) {
        Map<String, Object> opening = new LinkedHashMap<>();
        opening.put("kind", kind);
        opening.put("number", number);
        opening.put("title", "申请公开征收补偿方案");
        opening.put("region", county());
        opening.put("department", department());
        opening.put("reached", "received");
        opening.put("awaits", "answered");
        opening.put("at", at);
        return opening;
    }

    private static Map<String, Object> milestone(
            String reached, @Nullable String awaits, String at, @Nullable String by) {
        Map<String, Object> milestone = new LinkedHashMap<>();
        milestone.put("reached", reached);
        if (awaits != null) milestone.put("awaits", awaits);
        milestone.put("at", at);
        if (by != null) milestone.put("by", by);
        return milestone;
    }

    private Http.Answer tell(String id, long version, Map<String, Object> milestone) {
        return http.post(
                MATTERS + "/" + id + "/milestones",
                system(),
                milestone,
                "If-Match",
                "\"" + version + "\"");
    }

    private String state(String id, String kind) {
        return http.get(watch(id, kind), supervisor()).json().at("/watch/state").asString("");
    }

    private String due(String id, String kind) {
        return http.get(watch(id, kind), supervisor()).json().at("/watch/due").asString("");
    }

    private String hotline() {
        return tokens.of(Role.HOTLINE_AGENT).region(county()).subject("agent-wu").mint();
    }

    private String applicant() {
        return tokens.of(Role.APPLICANT).party("party-1").subject("applicant").mint();
    }
}
