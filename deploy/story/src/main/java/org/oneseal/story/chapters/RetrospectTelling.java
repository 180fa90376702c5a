package org.oneseal.story.chapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Waiting;
import org.oneseal.story.feed.PermitLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beginning of a department's log goes in as a file with a mapping, and is counted here too.
 */
final class RetrospectTelling {

    private static final int CASES = 200;
    private static final String START = "application started";
    private static final String END = "application ended";
    private static final String BOUNDARY = "oneseal-story";

    private final Desk desk;
    private final Narrator narrator;

    RetrospectTelling(Desk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
    }

    /** The day on which the first application of the log began. */
    static LocalDate firstDay(Path folder) throws IOException {
        return rows(folder.resolve(PermitLog.CASES)).stream()
                .map(row -> OffsetDateTime.parse(row[1]).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    Map<String, Object> tell(Path folder, Instant now) throws IOException {
        Map<String, String[]> cases = new LinkedHashMap<>();
        rows(folder.resolve(PermitLog.CASES)).stream()
                .limit(CASES)
                .forEach(row -> cases.put(row[0], row));
        String log = log(cases, rows(folder.resolve(PermitLog.EVENTS)));
        var supervisor = desk.officer("supervisor");
        String id =
                desk.call(
                                supervisor,
                                "POST",
                                "/api/v1/retrospects",
                                body(log),
                                "Content-Type",
                                "multipart/form-data; boundary=" + BOUNDARY,
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .ok()
                        .path("id")
                        .asString();
        JsonNode judged =
                Waiting.until(
                        () -> desk.get(supervisor, "/api/v1/retrospects/" + id).ok(),
                        answer -> !"WAITING".equals(answer.path("state").asString()),
                        "the log was judged");
        long late = cases.values().stream().filter(row -> isLate(row, now)).count();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("state", judged.path("state").asString());
        report.put("cases", judged.path("cases").asLong());
        report.put("events", judged.path("events").asLong());
        report.put("late", judged.path("late").asLong());
        report.put("lateCounted", late);
        narrator.say(
                "The first %s applications of the log as a file with a mapping: %s events, %s late"
                        + " (counted from the file: %s). No card, no watch, no figure changed",
                report.get("cases"), report.get("events"), report.get("late"), late);
        return report;
    }

    private static boolean isLate(String[] row, Instant now) {
        Instant until = row[4].isEmpty() ? now : OffsetDateTime.parse(row[4]).toInstant();
        return until.isAfter(OffsetDateTime.parse(row[2]).toInstant());
    }

    private static String log(Map<String, String[]> cases, List<String[]> events) {
        StringBuilder log = new StringBuilder("case,at,activity,deadline,department\n");
        cases.forEach(
                (id, row) -> {
                    line(log, id, row[1], START, row);
                    if (!row[4].isEmpty()) line(log, id, row[4], END, row);
                });
        for (String[] event : events) {
            String[] row = cases.get(event[0]);
            if (row != null) line(log, event[0], event[1], event[2], row);
        }
        return log.toString();
    }

    private static void line(StringBuilder log, String id, String at, String what, String[] row) {
        log.append(String.join(",", id, at, what, row[2], row[6])).append('\n');
    }

    private static String body(String log) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("format", "CSV");
        mapping.put("caseId", "case");
        mapping.put("activity", "activity");
        mapping.put("time", "at");
        mapping.put("due", "deadline");
        mapping.put("department", "department");
        mapping.put("instantsOnly", true);
        mapping.put("activities", Map.of(START, "RECEIVED", END, "FINISHED"));
        return part("name", "text/plain", "许可接收阶段（回溯）")
                + part(
                        "mapping",
                        "application/json",
                        JsonMapper.shared().writeValueAsString(mapping))
                + part("log\"; filename=\"log.csv", "text/csv", log)
                + "--"
                + BOUNDARY
                + "--\r\n";
    }

    private static String part(String name, String type, String content) {
        return "--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\nContent-Type: "
                + type
                + ";charset=UTF-8\r\n\r\n"
                + content
                + "\r\n";
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }
}
