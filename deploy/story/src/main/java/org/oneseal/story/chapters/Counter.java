package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;

/** What several chapters ask for at the counter: items, records, messages, certificates. */
final class Counter {

    private final Desk desk;
    private final Narrator narrator;

    Counter(Desk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
    }

    /** The item in force that has this name. */
    JsonNode item(Desk.Person person, String name) {
        for (JsonNode item : Lists.all(desk, person, "/api/v1/items?region=" + REGION)) {
            if (name.equals(item.path("name").asString())) {
                JsonNode whole =
                        desk.get(person, "/api/v1/items/" + item.path("code").asString()).ok();
                return whole.path("published").isObject()
                        ? whole.path("published")
                        : whole.path("latest");
            }
        }
        throw new IllegalStateException("no item " + name);
    }

    /** The firm of the owner's own token; known already when another chapter was told before. */
    void firm(Desk.Person owner) {
        desk.post(
                        owner,
                        "/api/v1/parties",
                        Map.of(
                                "name",
                                "永州潇湘机械制造有限公司（示例）",
                                "region",
                                REGION,
                                "uscc",
                                LicenceChapter.FIRM_USCC,
                                "phone",
                                LicenceChapter.PHONE))
                .ok();
    }

    /** Both last days of a case as they stand now: promised, by law. */
    String due(String what, Desk.Person person, String path, String... headers) {
        JsonNode deadline = desk.get(person, path + "/deadline", headers).ok();
        String promised = deadline.at("/promised/lastDay").asString("–");
        String legal = deadline.at("/legal/lastDay").asString("–");
        boolean provisional = deadline.path("provisional").asBoolean();
        narrator.detail(
                "%s: promised %s, by law %s%s",
                what, promised, legal, provisional ? " (provisional calendar)" : "");
        return promised + " / " + legal + (provisional ? " provisional" : "");
    }

    /** The case's publicity record, once credit has heard of the decision. */
    String publicity(String caseId) {
        JsonNode record =
                Waiting.until(
                                () ->
                                        Lists.all(
                                                        desk,
                                                        desk.officer("credit"),
                                                        "/api/v1/credit-records")
                                                .stream()
                                                .filter(r -> r.toString().contains(caseId))
                                                .findFirst(),
                                Optional::isPresent,
                                "the decision has its publicity record")
                        .orElseThrow();
        String state = record.path("state").asString();
        narrator.say(
                "Publicity record %s, due %s, state %s",
                record.path("id").asString(),
                record.path("dueDay").asString(record.path("due").asString("")),
                state);
        return state;
    }

    /** What somebody was told of a case, once it is at least so much; oldest first. */
    List<JsonNode> messages(Desk.Person person, String caseId, int atLeast) {
        List<JsonNode> messages =
                Waiting.until(
                        () ->
                                Lists.all(desk, person, "/api/v1/messages").stream()
                                        .filter(m -> m.toString().contains(caseId))
                                        .toList(),
                        found -> found.size() >= atLeast,
                        "the applicant was told of every step");
        narrator.say("The applicant's messages, in the order in which they came:");
        for (JsonNode message : messages.reversed()) {
            narrator.detail(
                    "%s", message.path("title").asString(message.path("subject").asString("")));
        }
        return messages.reversed();
    }
}
