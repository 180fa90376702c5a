package org.oneseal.supervision.retrospect;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * How a log is to be read (映射文件). Columns are heads of a CSV file or keys of an XES log; what XES
 * tells of a whole case is found under the same keys.
 *
 * @param caseId column of the case; null for the standard name of XES
 * @param activity column of the activity; null for the standard name of XES
 * @param time column of when it happened; null for the standard name of XES
 * @param timeFormat pattern of times, null for ISO 8601
 * @param zone of times that tell none
 * @param recorded column of when it was reported; null if it was known at once
 * @param department column of the department in charge; null if the log is one department's
 * @param item column of the item; null if the log has none
 * @param due column of the due date that the source declares
 * @param instantsOnly the source counts in instants and knows no working days
 * @param activities what an activity does to the clock; what is not named is a step
 * @param endsWithLastEvent a case without an end ended with its last event
 * @param legal the law's limit from the start, null if only the declared date counts
 * @param promised the promise from the start
 */
public record LogMapping(
        Format format,
        @Nullable String caseId,
        @Nullable String activity,
        @Nullable String time,
        @Nullable String timeFormat,
        String zone,
        @Nullable String recorded,
        @Nullable String department,
        @Nullable String item,
        @Nullable String due,
        boolean instantsOnly,
        Map<String, Effect> activities,
        boolean endsWithLastEvent,
        @Nullable TimeLimit legal,
        @Nullable TimeLimit promised) {

    private static final String CASE_XES = "concept:name";
    private static final String ACTIVITY_XES = "concept:name";
    private static final String TIME_XES = "time:timestamp";

    public LogMapping {
        activities = Map.copyOf(activities);
    }

    /** File formats of logs. */
    public enum Format {
        /** IEEE 1849. */
        XES,
        /** Comma-separated, the first line names the columns. */
        CSV
    }

    /** What an activity does to the clock. */
    public enum Effect {
        RECEIVED,
        ACCEPTED,
        SUSPENDED,
        RESUMED,
        FINISHED,
        IGNORED
    }

    public String caseColumn() {
        return caseId == null ? CASE_XES : caseId;
    }

    public String activityColumn() {
        return activity == null ? ACTIVITY_XES : activity;
    }

    public String timeColumn() {
        return time == null ? TIME_XES : time;
    }

    /** What the activity does, null for a step. */
    public @Nullable Effect effect(String name) {
        return activities.get(name);
    }

    /** Everything wrong with the mapping itself. */
    List<Objection> check() {
        List<Objection> found = new ArrayList<>();
        if (format == Format.CSV) {
            for (var column :
                    new TreeMap<>(
                                    Map.of(
                                            "/caseId", caseId == null,
                                            "/activity", activity == null,
                                            "/time", time == null))
                            .entrySet()) {
                if (column.getValue()) {
                    found.add(Objection.of("mapping-column-missing").at(column.getKey()));
                }
            }
        }
        try {
            var _ = ZoneId.of(zone);
        } catch (DateTimeException e) {
            found.add(Objection.of("mapping-zone-unknown", zone).at("/zone"));
        }
        if (timeFormat != null) {
            try {
                var _ = DateTimeFormatter.ofPattern(timeFormat);
            } catch (IllegalArgumentException e) {
                found.add(Objection.of("mapping-time-format", timeFormat).at("/timeFormat"));
            }
        }
        if (due == null && legal == null && promised == null) {
            found.add(Objection.of("mapping-no-limit").at("/legal"));
        }
        boolean ends = Set.copyOf(activities.values()).contains(Effect.FINISHED);
        if (!ends && !endsWithLastEvent) {
            found.add(Objection.of("mapping-no-end").at("/activities"));
        }
        return found;
    }
}
