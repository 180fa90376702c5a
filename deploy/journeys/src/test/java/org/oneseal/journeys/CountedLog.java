package org.oneseal.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log of applications says of itself, counted from its two CSV files by nothing that the
 * platform or the story uses.
 *
 * @param late past their declared deadline as of the instant asked for, ended or not
 * @param afterEnd cases with an event after their end
 */
record CountedLog(
        int cases,
        int events,
        int finished,
        int open,
        int late,
        int afterEnd,
        int endBeforeStart,
        Set<String> lateCases) {

    private static final Pattern FIELD =
            Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    static CountedLog of(Path folder, Instant asOf) {
        Map<String, Instant> lastEvent = new HashMap<>();
        Set<List<String>> distinct = new HashSet<>();
        for (List<String> event : table(folder.resolve("wabo-events.csv"), EVENT_COLUMNS)) {
            lastEvent.merge(event.get(0), at(event.get(1)), (a, b) -> a.compareTo(b) > 0 ? a : b);
            distinct.add(event);
        }
        int cases = 0;
        int finished = 0;
        int afterEnd = 0;
        int endBeforeStart = 0;
        Set<String> late = new HashSet<>();
        for (List<String> application : table(folder.resolve("wabo-cases.csv"), CASE_COLUMNS)) {
            cases++;
            String id = application.get(0);
            boolean ended = !application.get(3).isEmpty();
            Instant end = ended ? at(application.get(3)) : asOf;
            if (end.isAfter(at(application.get(2)))) late.add(id);
            if (!ended) continue;
            finished++;
            if (end.isBefore(at(application.get(1)))) endBeforeStart++;
            Instant last = lastEvent.get(id);
            if (last != null && last.isAfter(end)) afterEnd++;
        }
        return new CountedLog(
                cases,
                distinct.size(),
                finished,
                cases - finished,
                late.size(),
                afterEnd,
                endBeforeStart,
                late);
    }

    private static final List<String> CASE_COLUMNS =
            List.of("case", "started", "deadline", "ended");
    private static final List<String> EVENT_COLUMNS = List.of("case", "at", "activity", "instance");

    private static List<List<String>> table(Path file, List<String> columns) {
        try {
            List<List<String>> rows = new ArrayList<>();
            List<Integer> positions = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                List<String> fields = fields(line);
                if (positions.isEmpty()) {
                    for (String column : columns) positions.add(fields.indexOf(column));
                } else {
                    rows.add(positions.stream().map(fields::get).toList());
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            fields.add(quoted != null ? quoted.replace("\"\"", "\"") : matcher.group(2));
        }
        return fields;
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
