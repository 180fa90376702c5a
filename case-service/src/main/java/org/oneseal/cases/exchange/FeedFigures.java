package org.oneseal.cases.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exchange in figures, by which both sides are compared (对账). */
public interface FeedFigures {

    /**
     * Everything counted from the tables as they are now.
     *
     * @param waitingSince messages that wait since before are overdue
     */
    Figures figures(String source, Instant waitingSince);

    /** Figures by the day on which events happened, oldest first. */
    List<DayFigures> days(String source, @Nullable LocalDate after, int limit);

    /**
     * Exact counts.
     *
     * @param accepted distinct keys in cases, by type
     * @param lag from event to record, over accepted messages, in seconds; null where there are
     *     none
     */
    record Figures(
            long cases,
            long finished,
            long open,
            Map<String, Long> accepted,
            long duplicates,
            long conflicts,
            long conflictsOpen,
            long waiting,
            long waitingOverdue,
            long rejected,
            long afterEnd,
            long endBeforeStart,
            @Nullable Lag lag) {}

    record Lag(long count, long sumSeconds, long medianSeconds, long p95Seconds, long maxSeconds) {}

    /**
     * A day's accepted messages.
     *
     * @param checksum SHA-256 over the lines {@code sourceCase/sequence/type/epochMillis}, sorted
     *     by source case (by code point) and sequence, joined by line feeds
     */
    record DayFigures(LocalDate day, long messages, String checksum) {}
}
