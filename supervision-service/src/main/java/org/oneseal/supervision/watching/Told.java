package org.oneseal.supervision.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a fact.
 *
 * @param sequence version of the case after it
 * @param occurredAt when it happened
 * @param recordedAt when the platform learned it
 * @param claim the due dates as the sender states them, null where it states none
 * @param findings what the sender found strange
 */
public record Told(
        long sequence,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Claim claim,
        List<String> findings) {

    public Told {
        findings = List.copyOf(findings);
    }

    /** How long after the fact it was reported; never negative. */
    public Duration lag() {
        Duration lag = Duration.between(occurredAt, recordedAt);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    /**
     * Due dates as stated by others.
     *
     * @param declaredDue stated by the source of a fed case
     * @param answerDue by when the department has to answer a submission or correction
     * @param instantsOnly the source counts in instants and has no working days
     * @param step the step under way, null where none with a time of its own is
     */
    public record Claim(
            @Nullable Instant legalDue,
            @Nullable Instant promisedDue,
            @Nullable Instant declaredDue,
            @Nullable Instant answerDue,
            boolean instantsOnly,
            @Nullable StepClaim step) {

        public Claim(
                @Nullable Instant legalDue,
                @Nullable Instant promisedDue,
                @Nullable Instant declaredDue,
                @Nullable Instant answerDue,
                boolean instantsOnly) {
            this(legalDue, promisedDue, declaredDue, answerDue, instantsOnly, null);
        }
    }

    /** By when the step of that code has to be done, as stated with what moved it. */
    public record StepClaim(String code, Instant due) {}
}
