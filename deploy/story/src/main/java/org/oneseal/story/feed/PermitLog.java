package org.oneseal.story.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log of applications and their events in two CSV files, as messages. A case begins with its
 * receipt, whatever the times say; what follows comes in the order of its times, the end after
 * events of the same instant.
 */
public final class PermitLog {

    /** The files of the real log. */
    public static final String CASES = "wabo-cases.csv";

    public static final String EVENTS = "wabo-events.csv";

    private PermitLog() {}

    /** True if the folder holds a log. */
    public static boolean isIn(@Nullable Path folder) {
        return folder != null
                && Files.isReadable(folder.resolve(CASES))
                && Files.isReadable(folder.resolve(EVENTS));
    }

    /**
     * All messages of a log, in the order in which a system would have sent them.
     *
     * @throws UncheckedIOException if the files can't be read
     */
    public static List<FeedMessage> read(Path folder) {
        Map<String, List<Row>> events = new HashMap<>();
        for (Row row : rows(folder.resolve(EVENTS))) {
            events.computeIfAbsent(row.get("case"), _ -> new ArrayList<>()).add(row);
        }
        List<FeedMessage> messages = new ArrayList<>();
        for (Row row : rows(folder.resolve(CASES))) {
            messages.addAll(ofCase(row, events.getOrDefault(row.get("case"), List.of())));
        }
        return inSendingOrder(messages);
    }

    private static List<FeedMessage> ofCase(Row application, List<Row> events) {
        String id = application.get("case");
        List<Pending> later = new ArrayList<>();
        for (Row event : events) {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("sourceCase", id);
            data.put("activity", event.get("activity"));
            data.put("resource", event.get("resource"));
            data.put("group", event.get("group"));
            data.put("instance", event.get("instance"));
            later.add(new Pending("step", event.instant("at"), 0, data));
        }
        if (!application.get("ended").isEmpty()) {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("sourceCase", id);
            data.put("result", "6");
            later.add(new Pending("finished", application.instant("ended"), 1, data));
        }
        later.sort(Comparator.comparing(Pending::time).thenComparing(Pending::rank));
        List<FeedMessage> messages = new ArrayList<>();
        messages.add(received(id, application));
        for (Pending pending : later) {
            messages.add(
                    new FeedMessage(
                            id,
                            messages.size() + 1,
                            pending.type(),
                            pending.time(),
                            pending.data()));
        }
        return messages;
    }

    private static FeedMessage received(String id, Row application) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("sourceCase", id);
        data.put("itemCode", null);
        data.put("declaredDue", application.instant("deadline").toString());
        data.put("plannedEnd", application.instant("planned_end").toString());
        data.put("channel", application.get("channel"));
        data.put("department", application.get("department"));
        data.put("applicantMask", null);
        return new FeedMessage(id, 1, "received", application.instant("started"), data);
    }

    /** By time, but never a message of a case before its predecessor. */
    private static List<FeedMessage> inSendingOrder(List<FeedMessage> messages) {
        Map<String, Instant> reached = new HashMap<>();
        record Timed(Instant at, int position, FeedMessage message) {}
        List<Timed> timed = new ArrayList<>(messages.size());
        for (FeedMessage message : messages) {
            Instant at =
                    reached.merge(
                            message.sourceCase(),
                            message.time(),
                            (before, now) -> now.isBefore(before) ? before : now);
            timed.add(new Timed(at, timed.size(), message));
        }
        timed.sort(Comparator.comparing(Timed::at).thenComparing(Timed::position));
        return timed.stream().map(Timed::message).toList();
    }

    private static List<Row> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> header = Csv.fields(lines.getFirst());
            List<Row> rows = new ArrayList<>(lines.size());
            for (String line : lines.subList(1, lines.size())) {
                if (!line.isBlank()) rows.add(Row.of(header, Csv.fields(line)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Pending(
            String type, Instant time, int rank, Map<String, @Nullable Object> data) {}

    private record Row(Map<String, String> fields) {
        static Row of(List<String> header, List<String> values) {
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < header.size(); i++) fields.put(header.get(i), values.get(i));
            return new Row(fields);
        }

        String get(String name) {
            return fields.getOrDefault(name, "");
        }

        Instant instant(String name) {
            return OffsetDateTime.parse(get(name)).toInstant();
        }
    }
}
