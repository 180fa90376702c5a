package org.oneseal.platform.worktime;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact of a case's clock (时限台账). What follows from it is derived, see {@link ClockReading}.
 */
public sealed interface ClockFact {

    /** Order in time; facts of the same moment in an order that does not depend on arrival. */
    Comparator<ClockFact> ORDER =
            Comparator.comparing(ClockFact::occurredAt)
                    .thenComparing(ClockFact::recordedAt)
                    .thenComparing(ClockFact::toString);

    /** When it happened. */
    Instant occurredAt();

    /** When it was learned here. */
    Instant recordedAt();

    /**
     * The application came in (收件).
     *
     * @param declaredDue due date that the source states, if it does
     */
    record Received(Instant occurredAt, Instant recordedAt, @Nullable Instant declaredDue)
            implements ClockFact {}

    /**
     * The application was accepted (受理): the clock starts with the limits of the item version in
     * force then. The earliest acceptance counts.
     *
     * @param legal limit by law, null where the law sets none
     * @param promised limit the authority promises, null where it promises none
     */
    record Accepted(
            Instant occurredAt,
            Instant recordedAt,
            @Nullable TimeLimit legal,
            @Nullable TimeLimit promised,
            @Nullable Instant declaredDue)
            implements ClockFact {}

    /**
     * A special procedure (特别程序) began, of an announced length (行政许可法 art. 45). An id is used once.
     */
    record Suspended(
            Instant occurredAt,
            Instant recordedAt,
            String procedureId,
            String kind,
            TimeLimit announced)
            implements ClockFact {}

    /** That special procedure ended. */
    record Resumed(Instant occurredAt, Instant recordedAt, String procedureId)
            implements ClockFact {}

    /**
     * The limit was extended (延期).
     *
     * @param movesPromise whether the promised due date moves too; it never passes the legal one
     */
    record Extended(Instant occurredAt, Instant recordedAt, TimeLimit by, boolean movesPromise)
            implements ClockFact {}

    /**
     * A decree changed the calendar while the clock ran; noted, for the due dates move by
     * themselves.
     *
     * @param decree document number, null where none is known
     * @param calendarHash of the calendar that governs from now on
     */
    record Rebased(
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String decree,
            String calendarHash,
            @Nullable Due oldLegalDue,
            @Nullable Due newLegalDue,
            @Nullable Due oldPromisedDue,
            @Nullable Due newPromisedDue)
            implements ClockFact {}

    /** The decision was taken (决定): the clock stops. */
    record Decided(Instant occurredAt, Instant recordedAt) implements ClockFact {}

    /** The case ended (办结); stops the clock where no decision did. */
    record Finished(Instant occurredAt, Instant recordedAt) implements ClockFact {}
}
