package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real permit log (J.C.A.M. Buijs, WABO, 4TU.ResearchData) through the importer, as CSV and as
 * XES: what it comes to is counted here once more from the files, line by line. The log is not
 * ours, so it is read where {@code ONESEAL_LOGS} says it is.
 */
class RealLogStory extends Story {

    private static final String PATH = "/api/v1/retrospects";
    private static final Instant NOW = Instant.parse("2026-09-01T03:00:00Z");

    RealLogStory() {
        super("431122000000");
    }

    /** A line of one of the two files that stands for something that happened. */
    private record Line(String id, String at, String activity) {}

    private record Application(String started, String deadline, String ended, String department) {}

    @Test
    void the_real_log_comes_to_what_its_files_say() throws IOException {
        Path folder = folder();
        Map<String, Application> applications = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        for (String[] row : rows(folder.resolve("wabo-cases.csv"))) {
            applications.put(row[0], new Application(row[1], row[2], row[4], row[6]));
            lines.add(new Line(row[0], row[1], "application started"));
            if (!row[4].isEmpty()) lines.add(new Line(row[0], row[4], "application ended"));
        }
        for (String[] row : rows(folder.resolve("wabo-events.csv"))) {
            lines.add(new Line(row[0], row[1], row[2]));
        }
        assertThat(applications).hasSize(1434);
        clock.setTo(NOW);

        for (String format : List.of("CSV", "XES")) {
            String log = format.equals("CSV") ? csv(applications, lines) : xes(applications, lines);
            var taken = send("环境许可收件日志 " + format, mapping(format), log);
            assertThat(taken.status()).as(taken.text()).isEqualTo(202);
            String path = PATH + "/" + taken.json().path("id").asString();
            await().atMost(SOON)
                    .until(
                            () ->
                                    http.get(path, supervisor())
                                            .json()
                                            .path("state")
                                            .asString()
                                            .equals("DONE"));
            JsonNode summary = http.get(path, supervisor()).json();
            counted(applications, lines)
                    .forEach(
                            (what, count) ->
                                    assertThat(summary.path(what).asLong(-1))
                                            .as("%s: %s", format, what)
                                            .isEqualTo(count));
        }
    }

    /** The same figures from the files alone. */
    private static Map<String, Long> counted(
            Map<String, Application> applications, List<Line> lines) {
        Map<String, Long> counts = new TreeMap<>();
        for (String what :
                List.of("open", "late", "red", "afterEnd", "endBeforeStart", "blue", "yellow")) {
            counts.put(what, 0L);
        }
        counts.put("cases", (long) applications.size());
        counts.put("events", (long) lines.size());
        applications.forEach(
                (id, one) -> {
                    Instant end = one.ended().isEmpty() ? null : at(one.ended());
                    Instant until = end == null ? NOW : end;
                    if (end == null) counts.merge("open", 1L, Long::sum);
                    if (until.isAfter(at(one.deadline()))) {
                        counts.merge("late", 1L, Long::sum);
                        counts.merge("red", 1L, Long::sum);
                    }
                    if (end == null) return;
                    if (end.isBefore(at(one.started()))) {
                        counts.merge("endBeforeStart", 1L, Long::sum);
                    }
                    boolean after =
                            lines.stream()
                                    .filter(l -> l.id().equals(id))
                                    .anyMatch(l -> at(l.at()).isAfter(end));
                    if (after) counts.merge("afterEnd", 1L, Long::sum);
                });
        return counts;
    }

    private static Map<String, Object> mapping(String format) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("format", format);
        if (format.equals("CSV")) {
            mapping.put("caseId", "case");
            mapping.put("activity", "activity");
            mapping.put("time", "at");
        }
        mapping.put("due", "deadline");
        mapping.put("department", "department");
        mapping.put("instantsOnly", true);
        mapping.put(
                "activities",
                Map.of("application started", "RECEIVED", "application ended", "FINISHED"));
        return mapping;
    }

    private static String csv(Map<String, Application> applications, List<Line> lines) {
        StringBuilder csv = new StringBuilder("case,at,activity,deadline,department\n");
        for (Line line : lines) {
            Application of = Objects.requireNonNull(applications.get(line.id()));
            csv.append(
                    String.join(
                            ",",
                            line.id(),
                            line.at(),
                            line.activity(),
                            of.deadline(),
                            of.department()));
            csv.append('\n');
        }
        return csv.toString();
    }

    /** What is said of the whole case stands in its trace. */
    private static String xes(Map<String, Application> applications, List<Line> lines) {
        StringBuilder xes = new StringBuilder("<log xes.version='1.0'>");
        applications.forEach(
                (id, of) -> {
                    xes.append("<trace>").append(text("concept:name", id));
                    xes.append(text("department", of.department()));
                    xes.append("<date key='deadline' value='").append(of.deadline()).append("'/>");
                    for (Line line : lines) {
                        if (!line.id().equals(id)) continue;
                        xes.append("<event>").append(text("concept:name", line.activity()));
                        xes.append("<date key='time:timestamp' value='").append(line.at());
                        xes.append("'/></event>");
                    }
                    xes.append("</trace>\n");
                });
        return xes.append("</log>").toString();
    }

    private static String text(String key, String value) {
        return "<string key='" + key + "' value='" + value + "'/>";
    }

    private Http.Answer send(String name, Map<String, Object> mapping, String log) {
        String body =
                part("name", "text/plain", name)
                        + part(
                                "mapping",
                                "application/json",
                                JsonMapper.shared().writeValueAsString(mapping))
                        + part("log\"; filename=\"log.txt", "application/octet-stream", log)
                        + "--b--\r\n";
        return http.post(
                PATH, supervisor(), body, "Content-Type", "multipart/form-data; boundary=b");
    }

    private static String part(String name, String type, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\nContent-Type: "
                + type
                + ";charset=UTF-8\r\n\r\n"
                + content
                + "\r\n";
    }

    private static Path folder() {
        String logs = System.getenv("ONESEAL_LOGS");
        Path folder = logs == null || logs.isBlank() ? null : here(Path.of(logs));
        Assumptions.assumeTrue(
                folder != null && Files.isReadable(folder.resolve("wabo-cases.csv")),
                "left out: ONESEAL_LOGS names no folder with the real log. It is: J.C.A.M. Buijs,"
                        + " Receipt phase of an environmental permit application process (WABO),"
                        + " CoSeLoG project, 4TU.ResearchData");
        return Objects.requireNonNull(folder);
    }

    /** A relative folder is meant from the project's root, wherever the tests run. */
    private static Path here(Path named) {
        Path module = Path.of("").toAbsolutePath();
        for (Path p = module; p != null && !named.isAbsolute(); p = p.getParent()) {
            if (Files.isDirectory(p.resolve(named))) return p.resolve(named);
        }
        return named;
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
