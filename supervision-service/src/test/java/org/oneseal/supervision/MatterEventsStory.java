package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Departments' own systems tell of their matters by events: in any order, more than once, late and
 * by either door. {@link MatterSourcesStory} tells who may tell of what.
 */
class MatterEventsStory extends Story {

    private static final String MATTERS = "/api/v1/watches/matters";

    /** A ticket that went through its stages, as its watches tell of it in the end. */
    private static final String[] STAGES_OF_A_TICKET = {
        "ticket-1 第四步 CLOSED 2026-12-02T01:00:00Z 2026-12-02T02:00:00Z 2026-12-03T09:00:00Z",
        "ticket-2 第四步 CLOSED 2026-12-02T02:00:00Z 2026-12-03T01:00:00Z 2026-12-09T09:00:00Z",
        "ticket-3 第四步 CLOSED 2026-12-03T01:00:00Z 2026-12-03T02:00:00Z 2026-12-04T09:00:00Z"
    };

    MatterEventsStory() {
        super("431130000000");
    }

    @Test
    void in_whatever_order_the_reports_arrive_the_watches_are_the_same() {
        var source = new ReportingSystem(this, "order").registered();
        clock.setTo(Instant.parse("2026-12-03T03:00:00Z"));
        Map<String, List<Integer>> orders = new LinkedHashMap<>();
        orders.put("工单-甲", List.of(1, 2, 3, 4));
        orders.put("工单-乙", List.of(4, 3, 2, 1, 4, 1));
        orders.put("工单-丙", List.of(3, 1, 1, 4, 2));
        orders.forEach(
                (number, order) -> order.forEach(n -> source.tell(stage(source, number, n))));

        List<SeenMatter> matters = orders.keySet().stream().map(this::matter).toList();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(matters)
                                        .allSatisfy(
                                                matter ->
                                                        assertThat(matter.watches())
                                                                .containsExactly(
                                                                        STAGES_OF_A_TICKET)));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(matters)
                                        .allSatisfy(
                                                matter ->
                                                        assertThat(matter.toldOn())
                                                                .containsExactlyInAnyOrder(
                                                                        1, 2, 3, 4)));
        assertThat(matters).allSatisfy(matter -> assertThat(matter.cards()).isEmpty());
        assertThat(source.reasons()).isEmpty();
    }

    @Test
    void a_matter_is_the_same_by_either_door() {
        var source = new ReportingSystem(this, "doors").registered();
        MatterReport received = source.disclosure("公开〔2026〕21号");
        Map<String, Object> opening = new LinkedHashMap<>(received.data());
        opening.put("region", county());
        opening.put("at", received.at());
        var opened = http.post(MATTERS, system(), opening);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String id = opened.json().path("id").asString();
        // What is told by the other door too is known.
        source.tell(received);
        source.tell(
                received.numbered("2").at("2026-03-02T02:10:00Z").reached("extended", "answered"));
        await().atMost(SOON).untilAsserted(() -> assertThat(version(id)).isEqualTo(2));
        var answered =
                http.post(
                        MATTERS + "/" + id + "/milestones",
                        system(),
                        Map.of("reached", "answered", "at", "2026-03-02T02:20:00Z"),
                        "If-Match",
                        "\"2\"");
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(matter(received.number()).watches())
                .hasSize(2)
                .allMatch(watch -> watch.contains(" CLOSED "))
                .last()
                .asString()
                .startsWith("disclosure-2 ");
        assertThat(matter(received.number()).toldOn()).containsExactly(1, 2, 3);
        assertThat(source.reasons()).isEmpty();
    }

    /**
     * The red card was right by what was known. What came later, though numbered before it,
     * proposes to take it back and leaves its proof whole.
     */
    @Test
    void a_milestone_that_comes_last_and_happened_first_doubts_the_card_and_not_its_proof() {
        var source = new ReportingSystem(this, "late").registered();
        clock.setTo(Instant.parse("2026-12-21T02:00:00Z"));
        SeenMatter matter = matter("工单-迟");
        MatterReport dispatched = source.ticket(matter.number()).at("2026-12-01T02:00:00Z");
        source.tell(dispatched.numbered("3").at("2026-12-16T02:00:00Z").answered());
        source.tell(dispatched);
        await().atMost(SOON).untilAsserted(() -> assertThat(matter.cards()).hasSize(1));
        JsonNode red = matter.cards().getFirst();
        assertThat(red.path("colour").asString()).isEqualTo("RED");
        assertThat(red.path("caseSequence").asInt()).isEqualTo(3);
        String card = "/api/v1/cards/" + red.path("id").asString();
        assertThat(http.get(card + "/proof", supervisor()).json().path("holds").asBoolean())
                .isTrue();

        clock.setTo(Instant.parse("2026-12-21T03:00:00Z"));
        source.tell(
                dispatched.numbered("2").at("2026-12-01T03:00:00Z").reached("signed", "answered"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(proposedCause(card)).isEqualTo("LATE_FACT"));
        JsonNode proof = http.get(card + "/proof", supervisor()).json();
        assertThat(proof.path("holds").asBoolean()).isTrue();
        assertThat(proof.path("facts").size()).isEqualTo(2);
        String patrol = "/api/v1/cards/patrol?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z";
        assertThat(http.get(patrol, supervisor()).json().path("wrong").valueStream())
                .noneMatch(w -> w.path("cardId").asString().equals(red.path("id").asString()));
    }

    /** A ticket by its stages: dispatched, signed, answered, called back. */
    private static MatterReport stage(ReportingSystem source, String number, int n) {
        List<String> stages = List.of("dispatched", "signed", "answered", "called-back");
        List<String> times =
                List.of(
                        "2026-12-02T01:00:00Z",
                        "2026-12-02T02:00:00Z",
                        "2026-12-03T01:00:00Z",
                        "2026-12-03T02:00:00Z");
        @Nullable String awaits = n < 4 ? stages.get(n) : null;
        return source.ticket(number)
                .numbered(String.valueOf(n))
                .at(times.get(n - 1))
                .reached(stages.get(n - 1), awaits)
                .with("title", List.of("第一步", "第二步", "第三步", "第四步").get(n - 1));
    }

    private SeenMatter matter(String number) {
        return new SeenMatter(this, number);
    }

    private long version(String id) {
        return http.get(MATTERS + "/" + id, system()).json().path("version").asLong();
    }

    private String proposedCause(String card) {
        return http.get(card, supervisor()).json().path("proposedCause").asString("");
    }
}
