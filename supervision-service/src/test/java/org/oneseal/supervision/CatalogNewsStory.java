package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Items and decrees that come late move what they should have moved before. */
class CatalogNewsStory extends Story {

    private static final String COUNTY = "431103000000";

    CatalogNewsStory() {
        super(COUNTY);
    }

    /** A rebuild reads the topics side by side: the item may come after all of the case. */
    @Test
    @SuppressWarnings("unchecked")
    void an_item_that_comes_after_the_end_of_its_case_counts_as_if_it_had_come_before() {
        String id = "431103-story-late-item";
        Map<String, Object> accepted =
                data(
                        id,
                        Map.of(
                                "limits",
                                Map.of("legal", Map.of("amount", 20, "unit", "WORKING_DAY"))));
        Map<String, Object> finished = data(id, Map.of("result", "6"));
        for (Map<String, Object> data : List.of(accepted, finished)) {
            ((Map<String, Object>) Objects.requireNonNull(data.get("case")))
                    .put("itemCode", "late-item");
        }
        tell(id, 1, "accepted", "2026-03-02T02:00:00Z", accepted);
        tell(id, 2, "finished", "2026-03-04T02:00:00Z", finished);
        awaitDue(id, "2026-03-30T09:00:00Z");

        topics.send(
                "oneseal.catalog.items.v1",
                "late-item@1",
                "org.oneseal.catalog.item-published",
                1,
                clock.instant(),
                COUNTY,
                department(),
                Map.of(
                        "itemCode",
                        "late-item",
                        "version",
                        1,
                        "legalLimit",
                        Map.of("amount", 10, "unit", "WORKING_DAY")));

        awaitDue(id, "2026-03-16T09:00:00Z");
    }

    private void awaitDue(String id, String due) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            JsonNode watch =
                                    http.get("/api/v1/watches/" + id + ".case", supervisor())
                                            .json()
                                            .path("watch");
                            assertThat(watch.path("state").asString()).isEqualTo("CLOSED");
                            assertThat(watch.path("legalDue").asString()).isEqualTo(due);
                        });
    }

    @Test
    void a_decree_published_late_moves_what_is_open() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        String id = "431103-story-decree";
        accept(id, "2026-09-01T02:00:00Z");
        awaitPromise(id, "2026-09-08T09:00:00Z");

        Map<String, Object> decreed = year(2, "2026-09-03");
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                2,
                clock.instant(),
                "100000000000",
                null,
                decreed);

        awaitPromise(id, "2026-09-09T09:00:00Z");
    }

    /** As the catalog says of the item; where the item is not known, as told at acceptance. */
    @Test
    void an_extension_moves_the_promise_only_where_the_item_says_so() {
        for (String moving : List.of("true", "false")) {
            String id = "431103-story-extended-" + moving;
            happens(
                    id,
                    1,
                    "accepted",
                    "2026-03-02T02:00:00Z",
                    limits(Map.of("extensionMovesPromise", Boolean.valueOf(moving))));
            extended(id);
        }
        awaitDues("431103-story-extended-true", "2026-04-14T09:00:00Z", "2026-03-23T09:00:00Z");
        awaitDues("431103-story-extended-false", "2026-04-14T09:00:00Z", "2026-03-09T09:00:00Z");

        String old = "431103-story-extended-old";
        accept(old, "2026-03-02T02:00:00Z");
        extended(old);
        awaitDues(old, "2026-04-14T09:00:00Z", "2026-03-09T09:00:00Z");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_catalog_s_word_on_what_an_extension_moves_counts_before_what_a_case_tells() {
        String item = "item-whose-promise-moves";
        topics.send(
                "oneseal.catalog.items.v1",
                item + "@1",
                "org.oneseal.catalog.item-published",
                1,
                clock.instant(),
                COUNTY,
                department(),
                Map.of(
                        "itemCode",
                        item,
                        "version",
                        1,
                        "legalLimit",
                        Map.of("amount", 20, "unit", "WORKING_DAY"),
                        "promisedLimit",
                        Map.of("amount", 5, "unit", "WORKING_DAY"),
                        "extensionMovesPromise",
                        true));
        String id = "431103-story-extended-by-catalog";
        Map<String, Object> accepted = data(id, USUAL_LIMITS);
        Map<String, Object> extended = data(id, TEN_DAYS);
        for (Map<String, Object> data : List.of(accepted, extended)) {
            ((Map<String, Object>) Objects.requireNonNull(data.get("case"))).put("itemCode", item);
        }
        tell(id, 1, "accepted", "2026-03-02T02:00:00Z", accepted);
        tell(id, 2, "extended", "2026-03-04T02:00:00Z", extended);
        awaitDues(id, "2026-04-14T09:00:00Z", "2026-03-23T09:00:00Z");
    }

    private static final Map<String, Object> TEN_DAYS =
            Map.of(
                    "by",
                    Map.of("amount", 10, "unit", "WORKING_DAY"),
                    "approver",
                    "chief-liu",
                    "reason",
                    "复杂");

    private void extended(String id) {
        happens(id, 2, "extended", "2026-03-04T02:00:00Z", TEN_DAYS);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> limits(Map<String, Object> more) {
        Map<String, Object> limits =
                new LinkedHashMap<>(
                        (Map<String, Object>) Objects.requireNonNull(USUAL_LIMITS.get("limits")));
        limits.putAll(more);
        return Map.of("limits", limits);
    }

    private void awaitDues(String id, String legal, String promised) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            JsonNode watch =
                                    http.get("/api/v1/watches/" + id + ".case", supervisor())
                                            .json()
                                            .path("watch");
                            assertThat(watch.path("legalDue").asString("")).isEqualTo(legal);
                            assertThat(watch.path("promisedDue").asString("")).isEqualTo(promised);
                        });
    }

    private void awaitPromise(String id, String due) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(
                                                                "/api/v1/watches/" + id + ".case",
                                                                supervisor())
                                                        .json()
                                                        .at("/watch/promisedDue")
                                                        .asString(""))
                                        .isEqualTo(due));
    }

    private void tell(String id, long sequence, String type, String at, Object data) {
        topics.send(
                "oneseal.cases.v1",
                id,
                "org.oneseal.cases." + type,
                sequence,
                Instant.parse(at),
                COUNTY,
                department(),
                data);
    }
}
