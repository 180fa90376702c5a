package org.oneseal.supervision.watching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/** Something that happened to a case, as far as a clock, a card or an indicator depends on it. */
public sealed interface CaseFact {

    /** When it happened, when it became known and what the sender computed. */
    Told told();

    /** How long after it happened it was reported; never negative. */
    default Duration lag() {
        return told().lag();
    }

    record Submitted(Told told) implements CaseFact {}

    /**
     * What is missing was told (补正).
     *
     * @param missing codes of the materials asked for; null where the sender names none
     */
    record CorrectionRequested(Told told, @Nullable List<String> missing) implements CaseFact {}

    record Corrected(Told told) implements CaseFact {}

    /**
     * Taken up for handling (受理).
     *
     * @param from when the clock of the case starts
     * @param deemed by law, because nobody answered in time
     * @param legal limit of the pinned item version as the sender knows it
     * @param extensionMovesPromise whether an extension moves the promised due date too, null where
     *     not told
     */
    record Accepted(
            Told told,
            Instant from,
            boolean deemed,
            @Nullable TimeLimit legal,
            @Nullable TimeLimit promised,
            @Nullable Boolean extensionMovesPromise)
            implements CaseFact {

        /** What the law brings about dates back, and nobody reported it late. */
        @Override
        public Duration lag() {
            return deemed ? Duration.ZERO : told.lag();
        }
    }

    /**
     * @param reasoned whether a ground or a reason was told; null where nobody can know
     */
    record NotAccepted(Told told, @Nullable Boolean reasoned) implements CaseFact {}

    /**
     * A step began or was done (环节), or the case came back to an earlier one (退回). One kind for
     * all, which who reads the dossier with an older version knows, too.
     *
     * @param step code of the step; null where the sender has none
     * @param done false when it began, null where it did neither
     * @param due by when it has to be done as the sender computed it
     * @param reopened codes of the steps that are to be done again, null where none are
     */
    record Stepped(
            Told told,
            @Nullable String step,
            @Nullable Boolean done,
            @Nullable Instant due,
            @Nullable List<String> reopened)
            implements CaseFact {

        public Stepped(
                Told told, @Nullable String step, @Nullable Boolean done, @Nullable Instant due) {
            this(told, step, done, due, null);
        }

        /** The case came back; what had begun of these steps is void. */
        public static Stepped back(Told told, List<String> reopened) {
            return new Stepped(told, null, null, null, List.copyOf(reopened));
        }

        /** Whether it ends what began of a step: done, or to be begun anew. */
        boolean ends(String other) {
            return Boolean.TRUE.equals(done) && other.equals(step)
                    || reopened != null && reopened.contains(other);
        }
    }

    /**
     * Something outside a case came so far, and now waits for something else by a day: a
     * publication, a project of the market.
     *
     * @param kind what watches the waiting
     * @param reached what happened
     * @param awaits what has to follow, null if nothing does
     * @param from day from which the time is counted, null for that of the event
     * @param by last day as the sender states it
     */
    record Milestone(
            Told told,
            WatchKind kind,
            String reached,
            @Nullable String awaits,
            @Nullable LocalDate from,
            @Nullable LocalDate by)
            implements CaseFact {}

    /** A special procedure (特别程序) began, with the length that was announced in working days. */
    record Suspended(Told told, String procedure, int announcedDays) implements CaseFact {}

    record Resumed(Told told, String procedure) implements CaseFact {}

    /**
     * Another department was asked what it thinks (征求意见); the clock runs on.
     *
     * @param department whose answer is waited for
     */
    record Consulted(Told told, String consultation, String department) implements CaseFact {}

    /** The other department answered, or is not asked any more. */
    record ConsultationEnded(Told told, String consultation) implements CaseFact {}

    record Extended(Told told, TimeLimit by) implements CaseFact {}

    /** Materials that will follow were promised (告知承诺). */
    record Promised(Told told, String promise, List<Owed> materials) implements CaseFact {

        /** A material with its last day (Asia/Shanghai). */
        public record Owed(String code, LocalDate due) {}

        public Promised {
            materials = List.copyOf(materials);
        }
    }

    /** A promised material came, in time or late. */
    record PromiseFulfilled(Told told, String promise, String material) implements CaseFact {}

    /** The case service saw that promised materials did not come in time. */
    record PromiseOverdue(Told told, String promise) implements CaseFact {}

    /** Due dates moved by a decree on working days. */
    record Rebased(Told told) implements CaseFact {}

    /**
     * @param certificate the kind of certificate owed, null where none is
     * @param reasoned whether a refusal tells a ground or a reason; null where nobody can know
     */
    record Decided(
            Told told, boolean granted, @Nullable String certificate, @Nullable Boolean reasoned)
            implements CaseFact {}

    record CertificateIssued(Told told) implements CaseFact {}

    /**
     * @param result code of the result (办结结果)
     */
    record Finished(Told told, String result) implements CaseFact {}

    record Delivered(Told told) implements CaseFact {}

    record Withdrawn(Told told) implements CaseFact {}

    record Returned(Told told) implements CaseFact {}
}
