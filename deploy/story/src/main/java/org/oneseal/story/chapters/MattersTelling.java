package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import tools.jackson.databind.JsonNode;

/**
 * What no service of the platform handles is watched too: a ticket of the hotline, a request for
 * disclosure, a bad review. Told a second time it is known.
 */
final class MattersTelling {

    private static final String MATTERS = "/api/v1/watches/matters";

    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person supervisor;

    MattersTelling(Desk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
        this.supervisor = desk.officer("supervisor");
    }

    /** What a matter is, who tells of it and what it waits for. */
    private record Told(
            String teller,
            String kind,
            String number,
            String title,
            String reached,
            String awaits) {}

    Map<String, Object> tell(Instant now) {
        Map<String, Object> report = new LinkedHashMap<>();
        for (Told matter :
                List.of(
                        new Told(
                                "hotline",
                                "TICKET",
                                "12345-示例-1",
                                "营业执照变更迟迟未办",
                                "received",
                                "answered"),
                        new Told(
                                "supervisor",
                                "DISCLOSURE",
                                "公开〔示例〕1号",
                                "申请公开征收补偿方案",
                                "received",
                                "answered"),
                        new Told(
                                "hotline",
                                "REVIEW",
                                "差评-示例-1",
                                "窗口让人多跑了一趟",
                                "received",
                                "rectified"))) {
            report.put(matter.kind(), watched(matter, now));
        }
        return report;
    }

    private String watched(Told matter, Instant now) {
        Desk.Answer opened =
                desk.post(desk.officer(matter.teller()), MATTERS, opening(matter, now));
        if (opened.objections().contains("matter-known")) {
            narrator.say("%s is watched already", matter.number());
            return "known";
        }
        String id = opened.ok().path("id").asString();
        JsonNode seen = desk.get(supervisor, "/api/v1/watches/" + id + "." + first(matter)).ok();
        String due = seen.at("/watch/due").asString();
        narrator.say("%s, %s: due %s", matter.number(), matter.title(), due);
        if (!matter.kind().equals("TICKET")) return due;
        desk.post(
                        desk.officer(matter.teller()),
                        MATTERS + "/" + id + "/milestones",
                        Map.of("reached", matter.awaits(), "at", now.toString()),
                        opened.version())
                .ok();
        narrator.detail("answered, and its watch is closed");
        return due;
    }

    private static Map<String, Object> opening(Told matter, Instant now) {
        Map<String, Object> opening = new LinkedHashMap<>();
        opening.put("kind", matter.kind());
        opening.put("number", matter.number());
        opening.put("title", matter.title());
        opening.put("region", REGION);
        opening.put("department", "431103-HJ");
        opening.put("reached", matter.reached());
        opening.put("awaits", matter.awaits());
        opening.put("at", now.minusSeconds(60).toString());
        return opening;
    }

    private static String first(Told matter) {
        return matter.kind().toLowerCase(Locale.ROOT) + "-1";
    }
}
