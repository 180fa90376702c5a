package org.oneseal.cases.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * The book of everything sources told: which messages are in, which wait, contradict or were
 * refused. Every method takes whole batches and works in the caller's transaction.
 */
public interface FeedLedger {

    /**
     * Finds or opens the pages of these source cases and locks them, in one order for everybody.
     */
    Map<String, Held> lock(String source, Collection<String> sourceCases);

    /** Of these keys the ones that are known, and whatever waits on these source cases. */
    List<Known> known(String source, Set<Key> keys);

    /** Writes what became of source cases. */
    void write(String source, String path, List<Progress> progress, Instant now);

    /** Keeps what could not be taken; the same message again is only counted. */
    void reject(String source, String path, List<Rejected> rejected, Instant now);

    /**
     * Queues contradictions; the same one again is only counted.
     *
     * @return ids of those that are new
     */
    Set<String> queue(String source, List<Contradiction> contradictions, Instant now);

    /** A message's key within its source. */
    record Key(String sourceCase, long sequence) {}

    /**
     * The page of a source case.
     *
     * @param next the sequence that is expected
     */
    record Held(
            String sourceCase, @Nullable String caseId, @Nullable String department, long next) {}

    /** A message that is in, or waits for its predecessor. */
    record Known(
            String sourceCase,
            long sequence,
            FeedType type,
            String hash,
            boolean waiting,
            Instant occurredAt,
            Instant recordedAt,
            String payload) {

        Known released() {
            return new Known(
                    sourceCase, sequence, type, hash, false, occurredAt, recordedAt, payload);
        }

        /** As it came, as far as it counts. */
        public Envelope envelope() {
            return new Envelope(
                    Map.of(
                            "type", "org.oneseal.exchange." + type.word(),
                            "time", occurredAt.toString(),
                            "sequence", Long.toString(sequence)),
                    payload.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * What becomes of a source case.
     *
     * @param added messages that are new
     * @param released sequences that waited and no longer do
     * @param removed sequences that waited and were refused in the end
     * @param accepted sequences that are in the case now and were not before
     */
    record Progress(
            String sourceCase,
            @Nullable String caseId,
            @Nullable String department,
            long next,
            int waiting,
            int duplicates,
            @Nullable Instant receivedAt,
            @Nullable Instant endedAt,
            boolean afterEnd,
            boolean endBeforeStart,
            List<Known> added,
            List<Long> released,
            List<Long> removed,
            List<Long> accepted) {}

    record Rejected(Envelope envelope, List<Objection> objections) {}

    record Contradiction(
            String id,
            String sourceCase,
            long sequence,
            FeedType type,
            Verdict.ConflictKind kind,
            String hash,
            Instant occurredAt,
            String payload,
            @Nullable String department) {}
}
