package org.oneseal.supervision;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.supervision.supervising.Register;
import org.oneseal.supervision.warning.Origin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What the stories have in common: one running service for all of them, a county each, the calendar
 * of 2026 and cases that are told by events.
 */
@PlatformTest
@TestPropertySource(
        properties = {
            "oneseal.supervision.settle=1s",
            "oneseal.supervision.beat=PT0.1S",
            "oneseal.supervision.patrol=PT0.3S",
            "springdoc.writer-with-order-by-keys=true"
        })
abstract class Story {

    static final Duration SOON = Patience.SOON;
    static final Register.CardFilter NO_FILTER =
            new Register.CardFilter(null, null, null, null, null);
    static final Map<String, Object> USUAL_LIMITS =
            Map.of(
                    "limits",
                    Map.of(
                            "legal", Map.of("amount", 20, "unit", "WORKING_DAY"),
                            "promised", Map.of("amount", 5, "unit", "WORKING_DAY")));

    @Autowired Topics topics;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired Subscriptions subscriptions;
    @Autowired Http http;
    @Autowired Register register;

    private final String county;
    private final String department;

    Story(String county) {
        this.county = county;
        this.department = county.substring(0, 6) + "-SJ";
    }

    String county() {
        return county;
    }

    String department() {
        return department;
    }

    @BeforeEach
    void theYear2026() {
        clock.setTo(Instant.parse("2026-03-02T03:00:00Z"));
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                1,
                clock.instant(),
                "100000000000",
                null,
                year(1));
        await().atMost(SOON)
                .until(
                        () ->
                                List.of("calendars", "items", "cases").stream()
                                        .allMatch(subscriptions::isCaughtUp));
    }

    static Map<String, Object> year(int version, String... more) {
        Map<String, Object> year = new LinkedHashMap<>();
        year.put("region", "100000000000");
        year.put("year", 2026);
        year.put("version", version);
        year.put("hash", "SM3:0");
        year.put("provisional", false);
        List<String> holidays = new java.util.ArrayList<>(List.of(more));
        holidays.addAll(List.of("2026-04-04", "2026-04-05", "2026-04-06"));
        year.put("holidays", holidays);
        year.put("makeupDays", List.of());
        year.put(
                "officeHours",
                List.of(
                        Map.of("from", "09:00", "to", "12:00"),
                        Map.of("from", "13:00", "to", "17:00")));
        year.put("decree", "made-up decree");
        return year;
    }

    /** Accepted then, 20 working days by law and 5 as promised. */
    void accept(String id, String at) {
        happens(id, 1, "accepted", at, USUAL_LIMITS);
    }

    void happens(String id, long sequence, String type, String at, Map<String, Object> more) {
        topics.send(
                "oneseal.cases.v1",
                id,
                "org.oneseal.cases." + type,
                sequence,
                Instant.parse(at),
                county,
                department,
                data(id, more));
    }

    Map<String, Object> data(String id, Map<String, Object> more) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("caseId", id);
        about.put("caseNumber", "no-" + id);
        about.put("itemCode", "item");
        about.put("itemVersion", 1);
        about.put("itemName", "食品经营许可");
        about.put("caseKind", "PROMISED");
        about.put("origin", "APPLICATION");
        about.put("party", "party-1");
        about.put("channel", "ONLINE");
        about.put("region", county);
        about.put("department", department);
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("case", about);
        return data;
    }

    void awaitWatch(String id, String kind) {
        await().atMost(SOON).until(() -> http.get(watch(id, kind), supervisor()).status() == 200);
    }

    void awaitClosed(String id, String kind) {
        await().atMost(SOON)
                .until(
                        () ->
                                http.get(watch(id, kind), supervisor())
                                        .json()
                                        .at("/watch/state")
                                        .asString("")
                                        .equals("CLOSED"));
    }

    static String watch(String id, String kind) {
        return "/api/v1/watches/" + id + "." + kind;
    }

    /** Waits until exactly these cards of the case are there, told as rule codes. */
    void awaitCards(String id, String... rules) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                org.assertj.core.api.Assertions.assertThat(rulesOf(id))
                                        .containsExactlyInAnyOrder(rules));
    }

    /** Waits until exactly these cards by rule are there, told as colours, the latest first. */
    void awaitColours(String caseId, String... colours) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                org.assertj.core.api.Assertions.assertThat(
                                                register
                                                        .cards(
                                                                new Register.Sight(
                                                                        new Scope.Everywhere(),
                                                                        false,
                                                                        null),
                                                                NO_FILTER,
                                                                null,
                                                                "",
                                                                100_000)
                                                        .stream()
                                                        .filter(c -> c.caseId().equals(caseId))
                                                        .filter(c -> c.origin() == Origin.RULE)
                                                        .map(c -> c.colour().name())
                                                        .toList())
                                        .containsExactly(colours));
    }

    List<String> rulesOf(String id) {
        return cardsOf(id).stream().map(c -> c.path("ruleCode").asString()).toList();
    }

    List<JsonNode> cardsOf(String id) {
        return http.get("/api/v1/cards?limit=200", supervisor())
                .json()
                .path("items")
                .valueStream()
                .filter(c -> c.path("caseId").asString().equals(id))
                .toList();
    }

    String supervisor() {
        return supervisor("supervisor-he");
    }

    String supervisor(String subject) {
        return tokens.of(Role.SUPERVISOR).region(county).subject(subject).mint();
    }

    String officer() {
        return tokens.of(Role.CASE_OFFICER)
                .region(county)
                .department(department)
                .subject("officer-tang")
                .mint();
    }

    String system() {
        return tokens.of(Role.DEPARTMENT_SYSTEM)
                .region(county)
                .department(department)
                .subject("system-" + department)
                .mint();
    }

    String stranger() {
        return tokens.of(Role.SUPERVISOR).region("431121000000").subject("stranger").mint();
    }
}
