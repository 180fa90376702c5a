package org.oneseal.supervision;

import java.util.List;
import org.oneseal.platform.messaging.EventJson;
import tools.jackson.databind.JsonNode;

/** A matter by its number: what is to be seen of it here and what was told on. */
record SeenMatter(Story story, String number) {

    /** Its watches, without the id that each matter has of its own. */
    List<String> watches() {
        return items("/api/v1/watches?limit=200").stream()
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

    List<JsonNode> cards() {
        return items("/api/v1/cards?limit=200");
    }

    /** Its milestones as they were told on, each once. */
    List<Integer> toldOn() {
        return story.topics.all("oneseal.supervision.v1").stream()
                .filter(m -> String.valueOf(m.headers().get("ce_type")).endsWith("matter-told"))
                .map(m -> EventJson.reader().readTree(String.valueOf(m.value())))
                .filter(m -> m.path("number").asString().equals(number))
                .map(m -> m.path("milestone").asInt())
                .toList();
    }

    private List<JsonNode> items(String list) {
        return story.http
                .get(list, story.supervisor())
                .json()
                .path("items")
                .valueStream()
                .filter(w -> w.path("caseNumber").asString().equals(number))
                .toList();
    }
}
