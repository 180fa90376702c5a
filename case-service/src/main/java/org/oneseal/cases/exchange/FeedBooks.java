package org.oneseal.cases.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Chain;

/** The books of the exchange, for people: what contradicts, was refused or waits. */
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
}
