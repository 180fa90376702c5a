package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What an applicant promised is watched too, and everybody can read by which rules. */
@PlatformTest
@TestPropertySource(
        properties = {
            "oneseal.supervision.settle=1s",
            "oneseal.supervision.beat=PT0.1S",
            "springdoc.writer-with-order-by-keys=true"
        })
class PromiseStory {

    private static final String COUNTY = "431103000000";
    private static final String TOWN = "431103001000";
    private static final String DEPARTMENT = "431103-WJ";
    private static final String RULES = "/api/v1/cards/rules";
    private static final String TERMS = "/api/v1/watches/terms";

    @Autowired Topics topics;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired Subscriptions subscriptions;
    @Autowired JdbcTemplate jdbc;
    @Autowired Http http;

    @BeforeEach
    void itIsMarch() {
        clock.setTo(Instant.parse("2026-03-02T03:00:00Z"));
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                List.of("calendars", "items", "cases").stream()
                                        .allMatch(subscriptions::isCaughtUp));
    }

    @Test
    void aPromiseThatIsNotKeptReachesTheSupervisorInRed() {
        String kept = "431103-promise-1";
        String broken = "431103-promise-2";
        for (String id : List.of(kept, broken)) {
            happens(id, 1, "submitted", "2026-03-02T02:00:00Z", Map.of());
            happens(id, 2, "promised", "2026-03-02T02:00:00Z", Map.of("promise", promise(id)));
            happens(
                    id,
                    3,
                    "promise-fulfilled",
                    "2026-03-05T02:00:00Z",
                    Map.of("promiseId", "p-" + id, "material", "m3"));
        }
        happens(
                kept,
                4,
                "promise-fulfilled",
                "2026-03-10T02:00:00Z",
                Map.of("promiseId", "p-" + kept, "material", "m4"));
        clock.setTo(Instant.parse("2026-03-13T15:59:59Z"));
        awaitWatch(kept, "CLOSED");
        awaitWatch(broken, "OPEN");
        assertThat(cards(broken)).isEmpty();

        clock.setTo(Instant.parse("2026-03-13T16:00:00Z"));
        await().atMost(Patience.SOON).until(() -> cards(broken).size() == 1);
        JsonNode card = cards(broken).getFirst();
        assertThat(card.path("colour").asString()).isEqualTo("RED");
        assertThat(card.path("kind").asString()).isEqualTo("PROMISE");
        assertThat(card.path("ground").asString()).isEqualTo("国办发〔2020〕42号");
        assertThat(card.path("recipients").toString()).contains("chief-approver", "supervisor");
        JsonNode proof =
                http.get("/api/v1/cards/" + card.path("id").asString() + "/proof", supervisor())
                        .json();
        assertThat(proof.path("holds").asBoolean()).as(proof.toString()).isTrue();

        happens(
                broken,
                4,
                "promise-overdue",
                "2026-03-13T16:00:00Z",
                Map.of("promiseId", "p-" + broken, "materials", List.of("m4")));
        clock.setTo(Instant.parse("2026-03-16T02:00:00Z"));
        happens(
                broken,
                5,
                "promise-fulfilled",
                "2026-03-16T02:00:00Z",
                Map.of("promiseId", "p-" + broken, "material", "m4"));
        awaitWatch(broken, "CLOSED");
        assertThat(cards(broken))
                .singleElement()
                .satisfies(c -> assertThat(c.path("proposedCause").isNull()).isTrue());
        assertThat(cards(kept)).isEmpty();
        assertThat(
                        http.get("/api/v1/watches?kind=PROMISE&state=CLOSED", supervisor())
                                .json()
                                .path("items")
                                .valueStream()
                                .map(w -> w.path("caseId").asString()))
                .contains(kept, broken);
    }

    @Test
    void theRulesInForceAreReadWithRegionGroundAndDays() {
        jdbc.update(
                """
                INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit,
                                        priority, ground, recipients, effective_from, effective_to)
                VALUES ('answer-yellow', 99, ?, 'ANSWER', 'YELLOW', 'PROMISE_OVERDUE', 0,
                        'WORKING_DAY', 20, '本镇试行', '["window-clerk"]', '2030-01-01', '2030-12-31')
                """,
                TOWN);
        JsonNode inherited = http.get(RULES, officer()).json();
        assertThat(inherited.size()).isGreaterThanOrEqualTo(11);
        assertThat(inherited)
                .allSatisfy(
                        rule -> {
                            assertThat(rule.path("region").asString()).isEqualTo("100000000000");
                            assertThat(rule.path("ground").asString()).isNotBlank();
                            assertThat(rule.path("effectiveFrom").asString()).isNotBlank();
                            assertThat(rule.path("governs").asBoolean()).isTrue();
                        });
        String there = RULES + "?region=" + TOWN + "&on=";
        assertThat(grounds(there + "2029-12-31")).containsExactly("行政许可法 art. 32 true");
        assertThat(grounds(there + "2030-06-01"))
                .containsExactlyInAnyOrder("行政许可法 art. 32 false", "本镇试行 true");
        assertThat(grounds(RULES + "?on=2030-06-01")).containsExactly("行政许可法 art. 32 true");

        JsonNode terms = http.get(TERMS, officer()).json();
        assertThat(terms.valueStream().map(t -> t.path("kind").asString()))
                .contains("ANSWER", "CERTIFICATE");
        assertThat(terms.get(0).path("ground").asString()).isNotBlank();
        assertThat(http.get(TERMS + "?on=2000-01-01", officer()).json().size()).isZero();
    }

    @Test
    void rulesAreForStaffAndWrongQuestionsAreToldSo() {
        for (String path : List.of(RULES, TERMS)) {
            assertThat(http.get(path, null).status()).isEqualTo(401);
            assertThat(http.get(path, tokens.of(Role.APPLICANT).party("p").mint()).status())
                    .isEqualTo(403);
            for (String query :
                    List.of("?region=1", "?region=%00", "?on=x", "?on=+1000000000-01-01")) {
                var answer = http.get(path + query, officer());
                assertThat(answer.status()).as(path + query + answer.text()).isEqualTo(400);
                assertThat(answer.objections()).isNotEmpty();
            }
        }
    }

    private List<String> grounds(String path) {
        List<String> grounds = new ArrayList<>();
        for (JsonNode rule : http.get(path, officer()).json()) {
            if (rule.path("code").asString().equals("answer-yellow")) {
                grounds.add(
                        rule.path("ground").asString() + " " + rule.path("governs").asBoolean());
            }
        }
        return grounds;
    }

    private static Map<String, Object> promise(String id) {
        return Map.of(
                "promiseId",
                "p-" + id,
                "materials",
                List.of(
                        Map.of("code", "m3", "name", "卫生检测报告", "due", "2026-03-13"),
                        Map.of("code", "m4", "name", "健康合格证明", "due", "2026-03-13")));
    }

    private void happens(
            String id, long sequence, String type, String at, Map<String, Object> more) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("caseId", id);
        about.put("caseNumber", "no-" + id);
        about.put("itemCode", "item");
        about.put("itemVersion", 1);
        about.put("itemName", "公共场所卫生许可");
        about.put("caseKind", "PROMISED");
        about.put("origin", "APPLICATION");
        about.put("party", "party-1");
        about.put("channel", "ONLINE");
        about.put("region", COUNTY);
        about.put("department", DEPARTMENT);
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("case", about);
        topics.send(
                "oneseal.cases.v1",
                id,
                "org.oneseal.cases." + type,
                sequence,
                Instant.parse(at),
                COUNTY,
                DEPARTMENT,
                data);
    }

    private void awaitWatch(String id, String state) {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get("/api/v1/watches/" + id + ".promise-2", supervisor())
                                        .json()
                                        .at("/watch/state")
                                        .asString("")
                                        .equals(state));
    }

    private List<JsonNode> cards(String caseId) {
        return http.get("/api/v1/cards?colour=RED&limit=200", supervisor())
                .json()
                .path("items")
                .valueStream()
                .filter(c -> c.path("caseId").asString().equals(caseId))
                .toList();
    }

    private String supervisor() {
        return tokens.of(Role.SUPERVISOR).region(COUNTY).subject("supervisor-he").mint();
    }

    private String officer() {
        return tokens.of(Role.CASE_OFFICER)
                .region(COUNTY)
                .department(DEPARTMENT)
                .subject("officer-tang")
                .mint();
    }
}
