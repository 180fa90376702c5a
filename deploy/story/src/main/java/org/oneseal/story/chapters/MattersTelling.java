package org.oneseal.story.chapters;

import static org.oneseal.story.chapters.DistrictChapter.REGION;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import org.oneseal.story.Waiting;
import org.oneseal.story.feed.SourceTopic;
import tools.jackson.databind.JsonNode;

/**
 * What no service of the platform handles is watched too: a ticket of the hotline, a request for
 * disclosure, a bad review. Told a second time it is known.
 */
final class MattersTelling {

    private static final String MATTERS = "/api/v1/watches/matters";

    private static final String DEPARTMENT = "431103-HJ";

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final Desk.Person supervisor;

    MattersTelling(Surroundings where, Desk desk, Narrator narrator) {
        this.where = where;
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

    Map<String, Object> tell(String source, Instant now) throws IOException {
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
        report.put("byEvent", byEvent(source, now));
        return report;
    }

    /** The department's own system tells the last first: what is watched is the same. */
    private List<String> byEvent(String source, Instant now) throws IOException {
        String number = "12345-示例-2";
        List<String> stages = List.of("dispatched", "signed", "answered");
        try (var topic = new SourceTopic(source, where.kafkaAsSource().apply(source))) {
            for (int milestone : List.of(3, 1, 2)) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("kind", "TICKET");
                data.put("number", number);
                data.put("title", "噪声扰民，请求查处");
                data.put("department", DEPARTMENT);
                data.put("reached", stages.get(milestone - 1));
                data.put("awaits", milestone < 3 ? stages.get(milestone) : "called-back");
                topic.tell(number, milestone, now.minusSeconds(240 - 60L * milestone), data);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IOException("the source's topic does not take matters", e.getCause());
        }
        List<String> watches =
                Waiting.until(
                        () -> watchesOf(number), seen -> seen.size() == 3, "the ticket is watched");
        narrator.say(
                "%s comes by events from the department's own system, the last milestone first:",
                number);
        watches.forEach(watch -> narrator.detail("%s", watch));
        return watches;
    }

    private List<String> watchesOf(String number) {
        return desk.get(supervisor, "/api/v1/watches?kind=TICKET&limit=200")
                .ok()
                .path("items")
                .valueStream()
                .filter(watch -> watch.path("caseNumber").asString().equals(number))
                .map(
                        watch ->
                                "%s, %s, due %s"
                                        .formatted(
                                                watch.path("id").asString().replaceAll(".*\\.", ""),
                                                watch.path("state").asString(),
                                                watch.path("due").asString()))
                .sorted()
                .toList();
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
        Map<String, Long> days =
                seen.path("legalDays")
                        .valueStream()
                        .collect(
                                Collectors.groupingBy(
                                        day -> day.path("kind").asString(),
                                        TreeMap::new,
                                        Collectors.counting()));
        narrator.detail("counted day by day: %s", days);
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
        opening.put("department", DEPARTMENT);
        opening.put("reached", matter.reached());
        opening.put("awaits", matter.awaits());
        opening.put("at", now.minusSeconds(60).toString());
        return opening;
    }

    private static String first(Told matter) {
        return matter.kind().toLowerCase(Locale.ROOT) + "-1";
    }
}
