package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.oneseal.platform.testkit.PlatformTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import tools.jackson.databind.JsonNode;

/** Desks: a case is claimed, passed on, given back, and somebody stands in. */
@PlatformTest
class DeskStory extends Office {

    DeskStory() {
        super("handling-firm", "永州市办理有限公司", "91431103MA4TEATH89");
    }

    @Test
    void aCaseGoesFromThePoolToADeskToAnotherAndBack() {
        Answer accepted = accepted();
        String id = id(accepted);
        assertThat(work(he, "POOL", "ANY")).contains(id);
        assertThat(work(he, "MINE", "ANY")).doesNotContain(id);

        Answer claimed = act(accepted, "assignment", he, Map.of("action", "CLAIM"));
        assertThat(claimed.json().path("holder").asString()).isEqualTo("officer-he");
        assertThat(work(he, "MINE", "ANY")).contains(id);
        assertThat(work(qin, "POOL", "ANY")).doesNotContain(id);
        assertThat(work(qin, "DEPARTMENT", "ANY")).contains(id);
        assertThat(act(claimed, "assignment", qin, Map.of("action", "CLAIM")).objections())
                .containsExactly("held-by-another");
        assertThat(act(claimed, "steps", qin, Map.of("step", "examine", "action", "START")))
                .extracting(Answer::objections)
                .isEqualTo(List.of("held-by-another"));
        assertThat(
                        act(
                                        claimed,
                                        "assignment",
                                        he,
                                        Map.of("action", "TRANSFER", "officer", "nobody"))
                                .objections())
                .containsExactly("reason-missing", "officer-unknown");

        Answer transferred =
                act(
                        claimed,
                        "assignment",
                        he,
                        Map.of("action", "TRANSFER", "officer", "officer-qin", "reason", "专业分工"));
        assertThat(transferred.json().path("holder").asString()).isEqualTo("officer-qin");
        clock.setTo(Instant.parse("2026-12-02T01:00:00Z"));
        assertThat(work(qin, "MINE", "TODAY")).contains(id);
        assertThat(work(qin, "MINE", "OVERDUE")).doesNotContain(id);
        clock.setTo(Instant.parse("2026-12-02T09:00:01Z"));
        assertThat(work(qin, "MINE", "OVERDUE")).contains(id);

        Answer opinion = act(transferred, "opinions", qin, Map.of("text", "现场核查符合要求"));
        Answer done = act(opinion, "steps", qin, Map.of("step", "examine", "action", "COMPLETE"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("holder").isString()).as("back in the pool").isFalse();
        Answer returned =
                act(
                        done,
                        "step-return",
                        district.chief(),
                        Map.of("step", "examine", "reason", "核查记录不全"));
        assertThat(returned.json().path("holder").asString()).isEqualTo("officer-qin");
        assertThat(act(returned, "decision", district.chief(), Map.of("granted", true)))
                .extracting(Answer::objections)
                .isEqualTo(List.of("step-open"));
        Answer again = act(returned, "steps", qin, Map.of("step", "examine", "action", "COMPLETE"));
        Answer decided = act(again, "decision", district.chief(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().path("deliverBy").asString()).isEqualTo("2026-12-16T09:00:00Z");
        assertThat(work(district.clerk(), "TO_DELIVER", "ANY")).contains(id);
        Answer delivered = act(decided, "delivery", district.clerk(), Map.of("method", "COUNTER"));
        assertThat(work(district.clerk(), "TO_DELIVER", "ANY")).doesNotContain(id);

        String told = http.get(url(delivered) + "/timeline", qin, "Accept-Language", "en").text();
        assertThat(told).contains("Claimed by officer-he", "Sent back to the step");
        assertThat(http.get(url(delivered) + "/timeline", applicant).text())
                .as("what officers do among themselves is not the applicant's")
                .doesNotContain("officer-he", "签收", "现场核查符合要求");
        assertThat(names(id))
                .contains("assigned", "opinion-given", "step-returned", "decided", "delivered");
    }

    @Test
    void whoIsAwayIsStoodInFor() {
        Answer claimed = act(accepted(), "assignment", he, Map.of("action", "CLAIM"));
        Map<String, Object> week =
                Map.of(
                        "substitute", "officer-qin",
                        "from", "2026-11-24T00:00:00Z",
                        "until", "2026-11-30T00:00:00Z",
                        "reason", "公休");
        Answer set = http.post("/api/v1/cases/substitutions", he, week);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(http.post("/api/v1/cases/substitutions", he, week).objections())
                .containsExactly("substituted-already");
        Map<String, Object> start = Map.of("step", "examine", "action", "START");
        assertThat(act(claimed, "steps", qin, start, "Acting-For", "officer-he").status())
                .as("not away yet")
                .isEqualTo(403);

        clock.setTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(act(claimed, "steps", qin, start).objections())
                .containsExactly("held-by-another");
        assertThat(
                        act(claimed, "steps", district.officer(), start, "Acting-For", "officer-he")
                                .status())
                .isEqualTo(403);
        JsonNode mine = http.get("/api/v1/cases/work", qin, "Acting-For", "officer-he").json();
        assertThat(mine.path("items").toString()).contains(id(claimed));
        Answer started = act(claimed, "steps", qin, start, "Acting-For", "officer-he");
        assertThat(started.status()).as(started.text()).isEqualTo(200);

        JsonNode last = last(http.get(url(started) + "/timeline", qin).json().path("entries"));
        assertThat(last.path("by").asString()).isEqualTo("officer-qin");
        assertThat(last.path("actingFor").asString()).isEqualTo("officer-he");
        String id = set.json().path("id").asString();
        assertThat(http.post("/api/v1/cases/substitutions/" + id + "/end", he, null).status())
                .isEqualTo(200);
        assertThat(
                        act(
                                        started,
                                        "steps",
                                        qin,
                                        Map.of("step", "examine", "action", "COMPLETE"),
                                        "Acting-For",
                                        "officer-he")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void oneAssignsAndWhoHoldsGivesBackOrAChiefTakesAway() {
        Answer accepted = accepted();
        assertThat(
                        act(
                                        accepted,
                                        "assignment",
                                        he,
                                        Map.of("action", "ASSIGN", "officer", "officer-qin"))
                                .status())
                .as("assigning is the chief's")
                .isNotEqualTo(200);
        Answer assigned =
                act(
                        accepted,
                        "assignment",
                        district.chief(),
                        Map.of("action", "ASSIGN", "officer", "officer-qin"));
        assertThat(assigned.json().path("holder").asString()).isEqualTo("officer-qin");
        assertThat(act(assigned, "assignment", he, release()).objections()).isNotEmpty();
        Answer released = act(assigned, "assignment", qin, release());
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(released.json().path("holder").isString()).isFalse();
    }

    private static Map<String, Object> release() {
        return Map.of("action", "RELEASE", "reason", "休假");
    }

    private static JsonNode last(JsonNode entries) {
        return entries.get(entries.size() - 1);
    }
}
