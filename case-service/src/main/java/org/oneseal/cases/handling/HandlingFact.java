package org.oneseal.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseFact.Handling;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What officers do among themselves while a case is handled (办理): whose desk it lies on, who is
 * asked and what they say. None of it moves the clock of the applicant.
 */
public sealed interface HandlingFact extends Handling {

    /**
     * The case came to an officer's desk or left it.
     *
     * @param officer who holds it from now on, null for nobody
     * @param previous who held it until now
     */
    record Assigned(
            Stamp stamp,
            AssignmentKind kind,
            @Nullable String officer,
            @Nullable String previous,
            @Nullable String reason)
            implements HandlingFact {}

    enum AssignmentKind {
        /** Taken by the officer (签收). */
        CLAIMED,
        /** Given by the head (分派). */
        ASSIGNED,
        /** Passed on by who held it (转办). */
        TRANSFERRED,
        /** Given back to the department's pool. */
        RELEASED
    }

    /**
     * The case went back to an earlier step (退回); that step and all after it are open again.
     *
     * @param officer who had completed it and has it again
     */
    record StepReturned(
            Stamp stamp,
            String step,
            String name,
            List<String> reopened,
            @Nullable String officer,
            String reason)
            implements HandlingFact {
        public StepReturned {
            reopened = List.copyOf(reopened);
        }
    }

    /**
     * An officer's opinion (意见).
     *
     * @param documents of the case that go with it
     */
    record OpinionGiven(Stamp stamp, String opinionId, String text, List<String> documents)
            implements HandlingFact {
        public OpinionGiven {
            documents = List.copyOf(documents);
        }
    }

    /** More time was asked for; nothing moves before it is approved. */
    record ExtensionRequested(Stamp stamp, String requestId, TimeLimit by, String reason)
            implements HandlingFact {}

    record ExtensionRefused(Stamp stamp, String requestId, String reason) implements HandlingFact {}

    /**
     * Several officers are asked to sign (会签).
     *
     * @param needed how many must agree
     */
    record CoSignRequested(
            Stamp stamp, String coSignId, String matter, List<String> signers, int needed)
            implements HandlingFact {
        public CoSignRequested {
            signers = List.copyOf(signers);
        }
    }

    /**
     * One of them signed.
     *
     * @param signer who was asked; a substitute is in the stamp
     */
    record CoSigned(
            Stamp stamp, String coSignId, String signer, boolean agreed, @Nullable String opinion)
            implements HandlingFact {}

    /**
     * Another department was asked (征求意见), within a time of its own.
     *
     * @param due as counted when it was asked
     */
    record ConsultationRequested(
            Stamp stamp,
            String consultationId,
            String department,
            String region,
            String question,
            TimeLimit limit,
            Instant due,
            List<String> documents)
            implements HandlingFact {
        public ConsultationRequested {
            documents = List.copyOf(documents);
        }
    }

    record ConsultationAnswered(
            Stamp stamp, String consultationId, Position position, String answer)
            implements HandlingFact {}

    /** What a consulted department says. */
    enum Position {
        AGREED,
        AGREED_WITH_CONDITIONS,
        OPPOSED
    }

    /** The department did not answer in its time. */
    record ConsultationOverdue(Stamp stamp, String consultationId) implements HandlingFact {}

    record ConsultationWithdrawn(Stamp stamp, String consultationId, String reason)
            implements HandlingFact {}

    /**
     * More was asked for during the review (审查阶段补正).
     *
     * @param procedureId of the special procedure that stops the clock, null where the item lists
     *     none
     */
    record SupplementRequested(
            Stamp stamp,
            String noticeId,
            List<CaseFact.Missing> missing,
            LocalDate answerBy,
            TimeLimit answerWithin,
            @Nullable String procedureId)
            implements HandlingFact {
        public SupplementRequested {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What was wrong with the materials was put right on the spot (当场更正), before any notice; the
     * time to answer runs on.
     */
    record CorrectedOnTheSpot(Stamp stamp, List<CaseFact.Material> materials)
            implements HandlingFact {
        public CorrectedOnTheSpot {
            materials = List.copyOf(materials);
        }
    }

    record SupplementGiven(Stamp stamp, String noticeId, List<CaseFact.Material> materials)
            implements HandlingFact {
        public SupplementGiven {
            materials = List.copyOf(materials);
        }
    }
}
