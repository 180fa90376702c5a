package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.oneseal.platform.testkit.PlatformTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import tools.jackson.databind.JsonNode;

/** The same done to many cases, each by itself. */
@PlatformTest
class TogetherStory extends Office {

    TogetherStory() {
        super("together-firm", "永州市协同有限公司", "91431103MA4TEB2D6X");
    }

    /** Each kind of act once, on the same two cases, from acceptance to the grant. */
    @Test
    void twoCasesGoThroughTheirLifeTogether() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) ids.add(id(district.submit(applicant)));

        assertThat(bulk(ids, district.clerk(), "ACCEPT", Map.of())).containsOnly("200 ACCEPTED");
        assertThat(bulk(ids, district.clerk(), "ACCEPT", Map.of())).containsOnly("409 -");
        assertThat(bulk(ids, district.chief(), "ASSIGN", Map.of("officer", "nobody")))
                .containsOnly("422 -");
        assertThat(bulk(ids, district.chief(), "ASSIGN", Map.of("officer", "officer-he")))
                .containsOnly("200 ACCEPTED");
        assertThat(mine(he)).containsAll(ids);
        assertThat(bulk(ids, he, "TRANSFER", Map.of("officer", "officer-qin")))
                .as("without a reason")
                .containsOnly("422 -");
        assertThat(bulk(ids, he, "TRANSFER", Map.of("officer", "officer-qin", "reason", "专业分工")))
                .containsOnly("200 ACCEPTED");
        assertThat(mine(qin)).containsAll(ids);
        assertThat(bulk(ids, he, "RELEASE", Map.of("reason", "不是我的"))).containsOnly("422 -");
        assertThat(bulk(ids, qin, "RELEASE", Map.of())).as("no reason").containsOnly("422 -");
        assertThat(bulk(ids, qin, "RELEASE", Map.of("reason", "休假"))).containsOnly("200 ACCEPTED");
        assertThat(mine(qin)).doesNotContainAnyElementsOf(ids);
        assertThat(bulk(ids, he, "CLAIM", Map.of())).containsOnly("200 ACCEPTED");
        assertThat(bulk(ids, he, "COMPLETE_STEP", Map.of("step", "nothing"))).containsOnly("422 -");
        assertThat(bulk(ids, he, "COMPLETE_STEP", Map.of("step", "examine", "opinion", "属实")))
                .containsOnly("200 ACCEPTED");
        assertThat(bulk(ids, district.chief(), "GRANT", Map.of())).containsOnly("200 FINISHED");
        assertThat(bulk(ids, district.chief(), "GRANT", Map.of())).containsOnly("409 -");
        for (String id : ids) {
            Answer file = http.get("/api/v1/cases/" + id, district.officer());
            assertThat(file.json().path("state").asString()).isEqualTo("FINISHED");
        }
    }

    @Test
    void theSameIsDoneToManyCasesEachByItself() {
        Answer one = accepted();
        Answer two = accepted();
        Answer held = act(accepted(), "assignment", he, Map.of("action", "CLAIM"));
        var wanted =
                List.of(
                        at(one, 0),
                        at(two, 5),
                        at(held, 0),
                        Map.of("id", "431103-x", "version", 1));
        Answer bulk =
                http.post("/api/v1/cases/bulk", qin, Map.of("action", "CLAIM", "cases", wanted));
        assertThat(bulk.status()).as(bulk.text()).isEqualTo(200);
        Map<String, Integer> statuses = new TreeMap<>();
        for (JsonNode result : bulk.json().path("results")) {
            statuses.put(result.path("id").asString(), result.path("status").asInt());
        }
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(id(one), 200, id(two), 409, id(held), 422, "431103-x", 404));
        assertThat(work(qin, "MINE", "ANY")).contains(id(one)).doesNotContain(id(two), id(held));
        assertThat(http.get(url(held), qin).json().path("version"))
                .isEqualTo(held.json().path("version"));
        assertThat(names(id(one))).endsWith("assigned");
        Answer twice =
                http.post(
                        "/api/v1/cases/bulk",
                        qin,
                        Map.of("action", "CLAIM", "cases", List.of(at(two, 0), at(two, 0))));
        assertThat(twice.objections()).containsExactly("case-twice");
    }

    /** What came of each, as status and state, at the versions that they have now. */
    private List<String> bulk(
            List<String> ids, String token, String action, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("action", action);
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String id : ids) {
            Answer now = http.get("/api/v1/cases/" + id, district.officer());
            cases.add(Map.of("id", id, "version", now.json().path("version").asLong()));
        }
        body.put("cases", cases);
        Answer answer = http.post("/api/v1/cases/bulk", token, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> results = new ArrayList<>();
        for (JsonNode result : answer.json().path("results")) {
            results.add(result.path("status").asInt() + " " + result.path("state").asString("-"));
        }
        assertThat(results).as(answer.text()).hasSameSizeAs(ids);
        return results;
    }

    private List<String> mine(String officer) {
        List<String> ids = new ArrayList<>();
        Answer page = http.get("/api/v1/cases/work?limit=200&list=MINE&due=ANY", officer);
        for (JsonNode row : page.json().path("items")) ids.add(row.path("id").asString());
        return ids;
    }

    private static Map<String, Object> at(Answer answer, int off) {
        return Map.of("id", id(answer), "version", answer.json().path("version").asInt() + off);
    }
}
