package org.oneseal.story.chapters;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/** Whole lists, page by page. */
final class Lists {

    private Lists() {}

    static List<JsonNode> all(Desk desk, Desk.Person person, String path) {
        String first =
                path.contains("limit=")
                        ? path
                        : path + (path.contains("?") ? "&" : "?") + "limit=200";
        List<JsonNode> items = new ArrayList<>();
        String next = first;
        while (true) {
            JsonNode page = desk.get(person, next).ok();
            page.path("items").forEach(items::add);
            if (!page.path("next").isString()) return items;
            next = first + "&cursor=" + page.path("next").asString();
        }
    }
}
