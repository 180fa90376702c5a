package org.oneseal.cases.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Chain;

/** The books of the exchange, for people and for comparing both sides (对账). */
public interface FeedBooks {

    /**
     * Contradictions of these sources, the newest first.
     *
     * @param settled only those that were settled or only those that were not; null for both
     */
    List<ConflictRow> conflicts(
            Collection<String> sources, @Nullable Boolean settled, List<String> after, int limit);

    /** A contradiction, settled or not, locked until the end of the transaction. */
    Optional<LockedConflict> lockConflict(String id);

    void settleConflict(String id, Settled how);

    /** Closes a rejection for good. */
    void dismissRejection(String id, Settled how);

    /** What was refused and is not settled yet, the newest first. */
    List<RejectionRow> rejections(Collection<String> sources, List<String> after, int limit);

    /** Messages that wait for their predecessor, the longest first. */
    List<WaitingRow> waiting(Collection<String> sources, List<String> after, int limit);

    /** An open rejection, locked until the end of the transaction. */
    Optional<RejectionRow> lockRejection(String id);

    /** Open rejections of a source in the order in which they make sense, locked. */
    List<RejectionRow> lockRejections(String source, @Nullable String after, int limit);

    /** Marks rejections as settled by a replay. */
    void settle(Collection<String> ids, Instant now);

    /**
     * Everything counted from the tables as they are now.
     *
     * @param waitingSince messages that wait since before are overdue
     */
    Figures figures(String source, Instant waitingSince);

    /** Figures by the day on which events happened, oldest first. */
    List<DayFigures> days(String source, @Nullable LocalDate after, int limit);

    record ConflictRow(
            String id,
            String source,
            String sourceCase,
            long sequence,
            String type,
            String kind,
            Instant occurredAt,
            Instant firstAt,
            Instant lastAt,
            long times,
            String told,
            @Nullable String takenBefore,
            @Nullable String takenType,
            @Nullable Settled settled) {

        public ConflictRow settled(Settled how) {
            return new ConflictRow(
                    id,
                    source,
                    sourceCase,
                    sequence,
                    type,
                    kind,
                    occurredAt,
                    firstAt,
                    lastAt,
                    times,
                    told,
                    takenBefore,
                    takenType,
                    how);
        }
    }

    /**
     * How a person settled it.
     *
     * @param by subject of the person
     */
    record Settled(SettleExchange.Ruling ruling, String reason, String by, Instant at) {}

    /**
     * A contradiction that is about to be settled.
     *
     * @param chain where its history ends
     */
    record LockedConflict(ConflictRow row, @Nullable String department, Chain chain) {}

    record RejectionRow(
            String id,
            String source,
            @Nullable String sourceCase,
            @Nullable String type,
            @Nullable Long sequence,
            List<Reason> reasons,
            Envelope envelope,
            Instant firstAt,
            Instant lastAt,
            long times) {}

    /** An objection as it is kept: its text is made when it is read. */
    record Reason(String code, List<Object> arguments, @Nullable String field) {}

    record WaitingRow(
            String source,
            String sourceCase,
            long sequence,
            String type,
            long expected,
            Instant occurredAt,
            Instant recordedAt) {}

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
