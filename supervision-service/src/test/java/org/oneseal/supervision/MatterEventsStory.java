package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * Departments' own systems tell of their matters by events: in any order, more than once, never of
 * others' and never as others.
 */
class MatterEventsStory extends Story {

    private static final String MATTERS = "/api/v1/watches/matters";

    MatterEventsStory() {
        super("431130000000");
    }

    @Test
    void in_whatever_order_the_reports_arrive_the_watches_are_the_same() {
        String source = registered("order");
        clock.setTo(Instant.parse("2026-12-03T03:00:00Z"));
        Map<String, List<Integer>> orders = new LinkedHashMap<>();
        orders.put("工单-甲", List.of(1, 2, 3, 4));
        orders.put("工单-乙", List.of(4, 3, 2, 1, 4, 1));
        orders.put("工单-丙", List.of(3, 1, 1, 4, 2));
        orders.forEach((number, order) -> order.forEach(n -> milestone(source, number, n)));

        orders.keySet()
                .forEach(
                        number ->
                                await().atMost(SOON)
                                        .untilAsserted(
                                                () -> assertThat(watches(number)).hasSize(3)));
        List<String> expected = watches("工单-甲");
        assertThat(expected)
                .containsExactly(
                        "ticket-1 第四步 CLOSED 2026-12-02T01:00:00Z 2026-12-02T02:00:00Z"
                                + " 2026-12-03T09:00:00Z",
                        "ticket-2 第四步 CLOSED 2026-12-02T02:00:00Z 2026-12-03T01:00:00Z"
                                + " 2026-12-09T09:00:00Z",
                        "ticket-3 第四步 CLOSED 2026-12-03T01:00:00Z 2026-12-03T02:00:00Z"
                                + " 2026-12-04T09:00:00Z");
        orders.keySet()
                .forEach(
                        number ->
                                await().atMost(SOON)
                                        .untilAsserted(
                                                () ->
                                                        assertThat(watches(number))
                                                                .as(number)
                                                                .isEqualTo(expected)));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                orders.keySet()
                                        .forEach(
                                                number ->
                                                        assertThat(told(number))
                                                                .as(number)
                                                                .containsExactlyInAnyOrder(
                                                                        1, 2, 3, 4)));
        assertThat(orders.keySet()).allSatisfy(number -> assertThat(cards(number)).isEmpty());
        assertThat(deadLetters(source)).isEmpty();
    }

    @Test
    void what_is_wrong_or_another_s_goes_to_the_dead_letters_and_holds_up_nothing() {
        String source = registered("wrong");
        String number = "公开〔2026〕9号";
        Map<String, Object> right = disclosure(number);
        Map<String, String> said = new LinkedHashMap<>();
        say(said, source, source, "1", number, right, "");
        say(said, source, "wabo", "2", number, answered(right), "matter-source-forged");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "department", "431130-WJ"),
                "matter-outside 431130-WJ");
        say(
                said,
                source,
                source,
                "1",
                number,
                with(right, "by", "2026-12-31"),
                "matter-told-otherwise 1");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "title", "440524188001010014 的申请"),
                "matter-personal-number");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "kind", "CASE"),
                "matter-kind-unfit CASE");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "kind", "OTHER"),
                "matter-data-malformed");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "reached", "Answered!"),
                "matter-word-malformed");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "number", "公开〔2026〕8号"),
                "matter-number-mismatch");
        say(
                said,
                source,
                source,
                "2",
                number,
                with(right, "title", null),
                "matter-member-missing title");
        say(said, source, source, "0", number, right, "matter-sequence-range 1000");
        say(said, source, source, "x", number, right, "malformed");
        say(said, source, source, "2", number, "[1", "malformed");
        say(
                said,
                source,
                source,
                "3",
                number,
                with(right, "by", "+999999999-12-31"),
                "matter-time-implausible");
        send(source, source, "2", number, "1066-01-01T00:00:00Z", answered(right), "");
        said.put("ancient", "matter-time-implausible");
        send(source, source, "2", number, "2026-12-02T00:00:00Z", right, "");
        said.put("future", "matter-in-future");
        say(said, source, source, "2", number, answered(right), "");

        await().atMost(SOON).untilAsserted(() -> assertThat(closed(number)).isTrue());
        List<String> expected = said.values().stream().filter(why -> !why.isEmpty()).toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reasons(source)).hasSameSizeAs(expected));
        for (String why : expected) {
            assertThat(reasons(source)).as(why).anyMatch(reason -> reason.contains(why));
        }
        assertThat(deadLetters(source).toString()).doesNotContain("440524188001010014");
        assertThat(told(number)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void what_nobody_is_registered_for_yet_waits() {
        String known = registered("known");
        String early = "early-" + UUID.randomUUID().toString().substring(0, 8);
        send(early, early, "1", "早-1", "2026-03-02T02:00:00Z", disclosure("早-1"), "");
        send(known, known, "1", "知-1", "2026-03-02T02:00:00Z", disclosure("知-1"), "");
        await().atMost(SOON).untilAsserted(() -> assertThat(watches("知-1")).hasSize(1));
        assertThat(watches("早-1")).isEmpty();

        register(early, 1, department());
        await().atMost(SOON).untilAsserted(() -> assertThat(watches("早-1")).hasSize(1));
        assertThat(deadLetters(early)).isEmpty();
    }

    /** A registration that is changed holds from then on; one that comes late changes nothing. */
    @Test
    void a_source_tells_of_the_departments_it_is_registered_for_now() {
        String source = registered("changed");
        register(source, 3, department(), "431130-WJ");
        register(source, 2, department());
        Map<String, Object> health = with(disclosure("卫-1"), "department", "431130-WJ");
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            String id = UUID.randomUUID().toString();
                            send(source, source, "1", "卫-1", "2026-03-02T02:00:00Z", health, id);
                            assertThat(watches("卫-1")).hasSize(1);
                        });
        // With two departments it has to say whose the matter is.
        Map<String, Object> nobodys = with(disclosure("无-1"), "department", null);
        send(source, source, "1", "无-1", "2026-03-02T02:00:00Z", nobodys, "");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.all(topic(source) + ".dlt"))
                                        .anyMatch(m -> String.valueOf(m.key()).endsWith("无-1")));
        assertThat(watches("无-1")).isEmpty();
    }

    @Test
    void a_matter_is_the_same_by_either_door() {
        String source = registered("doors");
        String number = "公开〔2026〕21号";
        Map<String, Object> opening = new LinkedHashMap<>(disclosure(number));
        opening.put("region", county());
        opening.put("at", "2026-03-02T02:00:00Z");
        var opened = http.post(MATTERS, system(), opening);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String id = opened.json().path("id").asString();
        // What is told by the other door too is known.
        send(source, source, "1", number, "2026-03-02T02:00:00Z", disclosure(number), "");
        Map<String, Object> extended = with(disclosure(number), "reached", "extended");
        send(source, source, "2", number, "2026-03-02T02:10:00Z", extended, "");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(MATTERS + "/" + id, system())
                                                        .json()
                                                        .path("version")
                                                        .asLong())
                                        .isEqualTo(2));
        var answered =
                http.post(
                        MATTERS + "/" + id + "/milestones",
                        system(),
                        Map.of("reached", "answered", "at", "2026-03-02T02:20:00Z"),
                        "If-Match",
                        "\"2\"");
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(watches(number))
                .hasSize(2)
                .allMatch(watch -> watch.contains(" CLOSED "))
                .last()
                .asString()
                .startsWith("disclosure-2 ");
        assertThat(told(number)).containsExactly(1, 2, 3);
        assertThat(deadLetters(source)).isEmpty();
    }

    /**
     * The red card was right by what was known. What came later, though numbered before it,
     * proposes to take it back and leaves its proof whole.
     */
    @Test
    void a_milestone_that_comes_last_and_happened_first_doubts_the_card_and_not_its_proof() {
        String source = registered("late");
        clock.setTo(Instant.parse("2026-12-21T02:00:00Z"));
        String number = "工单-迟";
        Map<String, Object> answered = ticket(number, "answered", null);
        send(source, source, "3", number, "2026-12-16T02:00:00Z", answered, "");
        Map<String, Object> dispatched = ticket(number, "dispatched", "signed");
        send(source, source, "1", number, "2026-12-01T02:00:00Z", dispatched, "");
        await().atMost(SOON).untilAsserted(() -> assertThat(cards(number)).hasSize(1));
        JsonNode red = cards(number).getFirst();
        assertThat(red.path("colour").asString()).isEqualTo("RED");
        assertThat(red.path("caseSequence").asInt()).isEqualTo(3);
        String card = "/api/v1/cards/" + red.path("id").asString();
        assertThat(http.get(card + "/proof", supervisor()).json().path("holds").asBoolean())
                .isTrue();

        Map<String, Object> signed = ticket(number, "signed", "answered");
        clock.setTo(Instant.parse("2026-12-21T03:00:00Z"));
        send(source, source, "2", number, "2026-12-01T03:00:00Z", signed, "");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(card, supervisor())
                                                        .json()
                                                        .path("proposedCause")
                                                        .asString(""))
                                        .isEqualTo("LATE_FACT"));
        JsonNode proof = http.get(card + "/proof", supervisor()).json();
        assertThat(proof.path("holds").asBoolean()).isTrue();
        assertThat(proof.path("facts").size()).isEqualTo(2);
        String patrol = "/api/v1/cards/patrol?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z";
        assertThat(http.get(patrol, supervisor()).json().path("wrong").valueStream())
                .noneMatch(w -> w.path("cardId").asString().equals(red.path("id").asString()));
    }

    /** A ticket by its stages: dispatched, signed, answered, called back. */
    private void milestone(String source, String number, int n) {
        List<String> stages = List.of("dispatched", "signed", "answered", "called-back");
        List<String> times =
                List.of(
                        "2026-12-02T01:00:00Z",
                        "2026-12-02T02:00:00Z",
                        "2026-12-03T01:00:00Z",
                        "2026-12-03T02:00:00Z");
        Map<String, Object> data = ticket(number, stages.get(n - 1), n < 4 ? stages.get(n) : null);
        data.put("title", List.of("第一步", "第二步", "第三步", "第四步").get(n - 1));
        send(source, source, String.valueOf(n), number, times.get(n - 1), data, "");
    }

    private Map<String, Object> ticket(String number, String reached, @Nullable String awaits) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "TICKET");
        data.put("number", number);
        data.put("title", "营业执照变更迟迟未办");
        data.put("department", department());
        data.put("reached", reached);
        if (awaits != null) data.put("awaits", awaits);
        return data;
    }

    private Map<String, Object> disclosure(String number) {
        Map<String, Object> data = ticket(number, "received", "answered");
        data.put("kind", "DISCLOSURE");
        data.put("title", "申请公开征收补偿方案");
        return data;
    }

    private static Map<String, Object> answered(Map<String, Object> data) {
        return with(with(data, "reached", "answered"), "awaits", null);
    }

    private static Map<String, Object> with(
            Map<String, Object> data, String member, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        changed.put(member, value);
        return changed;
    }

    private String registered(String name) {
        String source = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        register(source, 1, department());
        return source;
    }

    private void register(String source, int version, String... departments) {
        topics.send(
                "oneseal.cases.v1",
                source,
                "org.oneseal.cases.source-registered",
                version,
                clock.instant(),
                county(),
                null,
                Map.of(
                        "source",
                        source,
                        "version",
                        version,
                        "region",
                        county(),
                        "departments",
                        List.of(departments),
                        "quotaPerMinute",
                        6000));
    }

    /** Sends, and notes why it is to be refused; nothing where it is not. */
    private void say(
            Map<String, String> said,
            String topic,
            String source,
            String sequence,
            String number,
            Object data,
            String why) {
        send(topic, source, sequence, number, "2026-03-02T02:00:00Z", data, "");
        said.put("said " + said.size(), why);
    }

    private void send(
            String topic,
            String source,
            String sequence,
            String number,
            String at,
            Object data,
            String id) {
        var message =
                new ProducerRecord<String, byte @Nullable []>(
                        topic(topic),
                        number,
                        data instanceof String text
                                ? text.getBytes(StandardCharsets.UTF_8)
                                : EventJson.writer().writeValueAsBytes(data));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.isEmpty() ? UUID.randomUUID().toString() : id);
        headers.put("ce_type", "org.oneseal.matters.told");
        headers.put("ce_source", source);
        headers.put("ce_subject", number);
        headers.put("ce_time", at);
        headers.put("ce_sequence", sequence);
        headers.forEach(
                (name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        topics.send(message);
    }

    /** Watches of a matter, without the id that each matter has of its own. */
    private List<String> watches(String number) {
        return items("/api/v1/watches?limit=200", number).stream()
                .map(
                        w ->
                                String.join(
                                        " ",
                                        w.path("id").asString().replaceAll(".*\\.", ""),
                                        w.path("itemName").asString(),
                                        w.path("state").asString(),
                                        w.path("openedAt").asString(),
                                        w.path("closedAt").asString(""),
                                        w.path("due").asString()))
                .sorted()
                .toList();
    }

    private boolean closed(String number) {
        return watches(number).stream().anyMatch(w -> w.contains(" CLOSED "));
    }

    private List<JsonNode> cards(String number) {
        return items("/api/v1/cards?limit=200", number);
    }

    private List<JsonNode> items(String list, String number) {
        return http.get(list, supervisor())
                .json()
                .path("items")
                .valueStream()
                .filter(w -> w.path("caseNumber").asString().equals(number))
                .toList();
    }

    /** Milestones as they were told on, each once. */
    private List<Integer> told(String number) {
        return topics.all("oneseal.supervision.v1").stream()
                .filter(m -> String.valueOf(m.headers().get("ce_type")).endsWith("matter-told"))
                .map(m -> EventJson.reader().readTree(String.valueOf(m.value())))
                .filter(m -> m.path("number").asString().equals(number))
                .map(m -> m.path("milestone").asInt())
                .toList();
    }

    private List<?> deadLetters(String source) {
        return reasons(source).isEmpty() ? List.of() : topics.all(topic(source) + ".dlt");
    }

    private static String topic(String source) {
        return "oneseal.matters.in." + source + ".v1";
    }

    private List<String> reasons(String source) {
        return topics.all(topic(source) + ".dlt").stream()
                .map(m -> String.valueOf(m.headers().get("reason")))
                .toList();
    }

    private String system() {
        return tokens.of(Role.DEPARTMENT_SYSTEM)
                .region(county())
                .department(department())
                .subject("system-" + department())
                .mint();
    }
}
