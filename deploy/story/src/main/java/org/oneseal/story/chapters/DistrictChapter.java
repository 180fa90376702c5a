package org.oneseal.story.chapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import tools.jackson.databind.JsonNode;

/** The district has its regions, its calendar, its departments and what may be applied for. */
public final class DistrictChapter {

    /** 冷水滩区. */
    static final String REGION = "431103000000";

    private static final Path ITEMS =
            Path.of("catalog-service/src/main/resources/reference/items-county.csv");

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;

    public DistrictChapter(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
    }

    public Map<String, Object> tell() throws IOException {
        narrator.chapter("冷水滩区 sets itself up: regions, calendar, departments, items");
        var editor = desk.officer("editor");
        Map<String, Object> report = new LinkedHashMap<>();
        int towns = count(editor, "/api/v1/regions?parent=" + REGION);
        int villages = 0;
        for (JsonNode town : items(editor, "/api/v1/regions?limit=200&parent=" + REGION)) {
            villages += count(editor, "/api/v1/regions?parent=" + town.path("code").asString());
        }
        narrator.say(
                "Regions: %d towns and subdistricts, %d villages and communities", towns, villages);
        report.put("towns", towns);
        report.put("villages", villages);
        int year = AsOf.of(where).getYear();
        for (int y = year; y <= year + 1; y++) {
            JsonNode calendar = desk.get(editor, "/api/v1/calendars/" + REGION + "/" + y).ok();
            boolean provisional = calendar.path("provisional").asBoolean();
            narrator.say(
                    "Calendar %d: %s, %d holidays, %d make-up days",
                    y,
                    provisional ? "provisional, no decree yet" : "as decreed",
                    calendar.path("holidays").size(),
                    calendar.path("makeupDays").size());
            report.put(
                    "calendar" + (y == year ? "" : "Next"),
                    provisional ? "provisional" : "decreed");
        }
        String csv = Files.readString(where.checkout().resolve(ITEMS));
        JsonNode imported =
                desk.post(
                                editor,
                                "/api/v1/items/imports?region=" + REGION,
                                csv,
                                "Content-Type",
                                "text/csv")
                        .ok();
        narrator.say(
                "Items: %d new, %d changed, %d as before, %d refused",
                imported.path("added").asInt(),
                imported.path("changed").asInt(),
                imported.path("unchanged").asInt(),
                imported.path("refused").asInt());
        for (JsonNode line : imported.path("lines")) {
            if (line.path("objections").isEmpty()) continue;
            narrator.detail(
                    "refused: %s – %s",
                    line.path("name").asString(), line.at("/objections/0/message").asString(""));
        }
        int listed = count(editor, "/api/v1/items?region=" + REGION);
        int departments = count(editor, "/api/v1/departments?region=" + REGION);
        narrator.say("In force: %d items of %d departments", listed, departments);
        report.put("items", listed);
        report.put("departments", departments);
        packages(editor, report);
        return report;
    }

    /** What comes with the service is published once; then a family asks what a birth takes. */
    private void packages(Desk.Person editor, Map<String, Object> report) {
        JsonNode adopted =
                desk.post(editor, "/api/v1/packages/imports?region=" + REGION, null).ok();
        int published = 0;
        for (JsonNode line : adopted) {
            if (line.path("objections").isEmpty()) {
                published++;
            } else {
                narrator.detail(
                        "refused: %s – %s",
                        line.path("name").asString(),
                        line.at("/objections/0/message").asString(""));
            }
        }
        narrator.say("Packages (一件事): %d", published);
        report.put("packages", published);
        if (published < adopted.size()) return;
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("birth_date", AsOf.of(where).minusDays(10).toString());
        for (String no : List.of("born_abroad", "has_proof", "mother_insured")) {
            answers.put(no, false);
        }
        for (String yes : List.of("insured", "card", "vaccine")) answers.put(yes, true);
        JsonNode birth =
                desk.post(
                                editor,
                                "/api/v1/packages/431103-birth/guide/checklist",
                                Map.of("answers", answers))
                        .ok();
        int items = 0;
        for (JsonNode member : birth.path("members")) {
            if (member.path("part").asString().equals("TAKES_PART")) items++;
        }
        int handedIn = 0;
        for (JsonNode material : birth.path("materials")) {
            if (material.path("provision").asString().equals("NEEDED")) handedIn++;
        }
        narrator.say(
                "A child is born: %d items in %d rounds, %d data elements asked once, %d materials"
                        + " handed in once, the certificate of birth passed on by itself",
                items,
                birth.at("/time/rounds").asInt(),
                birth.at("/form/elements").size(),
                handedIn);
        report.put("birthItems", items);
    }

    private int count(Desk.Person person, String path) {
        return Lists.all(desk, person, path).size();
    }

    private Iterable<JsonNode> items(Desk.Person person, String path) {
        return Lists.all(desk, person, path);
    }
}
