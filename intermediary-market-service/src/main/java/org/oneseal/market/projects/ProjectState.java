package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;

/** Where a project stands, with only what holds there. */
public sealed interface ProjectState {

    /** Waits for the operator. */
    record Submitted() implements ProjectState {}

    /** Not announced; the buyer may submit another. */
    record Returned(Instant at, List<Reason> reasons) implements ProjectState {
        public Returned {
            reasons = List.copyOf(reasons);
        }
    }

    /** Announced; institutions sign up. */
    record Open() implements ProjectState {}

    /** Sign-up is sealed; waits for the public value. */
    record Sealed() implements ProjectState {}

    /**
     * Drawn; the institution is to confirm.
     *
     * @param confirmBy last day, Asia/Shanghai; null while no calendar is known
     */
    record Drawn(SignUp winner, @Nullable LocalDate confirmBy) implements ProjectState {}

    /**
     * The institution takes it; the contract is to follow.
     *
     * @param contractBy last day, Asia/Shanghai; null while no calendar is known
     */
    record Confirmed(SignUp winner, Instant at, @Nullable LocalDate contractBy)
            implements ProjectState {}

    /** The contract is concluded; the institution works. */
    record Commissioned(SignUp winner, Contract contract, Instant at) implements ProjectState {}

    /** The result is there. */
    record Delivered(SignUp winner, Contract contract, Delivery delivery) implements ProjectState {}

    /** The round came to nothing; the project may be announced anew. */
    record Unsuccessful(Round.Reason reason, Instant at) implements ProjectState {}

    /** Why a project was returned, in the operator's words. */
    record Reason(String code, String text, @Nullable String ground) {}

    /** What was agreed on. */
    record Contract(String number, long amountFen, LocalDate signedOn, LocalDate dueOn) {}

    /** What was handed over; the paper itself is known by its digest. */
    record Delivery(Instant at, String title, Digest digest, boolean inTime) {}

    default String label() {
        return switch (this) {
            case Submitted _ -> "SUBMITTED";
            case Returned _ -> "RETURNED";
            case Open _ -> "OPEN";
            case Sealed _ -> "SEALED";
            case Drawn _ -> "DRAWN";
            case Confirmed _ -> "CONFIRMED";
            case Commissioned _ -> "COMMISSIONED";
            case Delivered _ -> "DELIVERED";
            case Unsuccessful _ -> "UNSUCCESSFUL";
        };
    }

    /** The institution that was drawn and has not lapsed. */
    default @Nullable SignUp selected() {
        return switch (this) {
            case Drawn drawn -> drawn.winner();
            case Confirmed confirmed -> confirmed.winner();
            case Commissioned commissioned -> commissioned.winner();
            case Delivered delivered -> delivered.winner();
            case Submitted _, Returned _, Open _, Sealed _, Unsuccessful _ -> null;
        };
    }
}
