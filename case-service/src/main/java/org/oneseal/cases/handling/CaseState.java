package org.oneseal.cases.handling;

import static org.oneseal.cases.handling.Action.*;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands (办件状态), with the one table of what may be done there. */
public enum CaseState {
    /** Received, waiting for the answer of five working days (收件). */
    SUBMITTED(
            CLAIM,
            ASSIGN,
            TRANSFER,
            RELEASE,
            GIVE_OPINION,
            ACCEPT,
            DEEM_ACCEPTED,
            REFUSE_ACCEPTANCE,
            REQUEST_CORRECTION,
            CORRECT_ON_THE_SPOT,
            SEND_BACK,
            WITHDRAW,
            REBASE,
            FULFIL_PROMISE,
            LAPSE_PROMISE),
    /** Waiting for the applicant's corrections (补正). */
    IN_CORRECTION(
            CLAIM,
            ASSIGN,
            TRANSFER,
            RELEASE,
            GIVE_OPINION,
            CORRECT,
            SEND_BACK,
            CLOSE_SILENT,
            WITHDRAW,
            FULFIL_PROMISE,
            LAPSE_PROMISE),
    /** Taken up; the statutory and the promised clock run (受理、审查). */
    ACCEPTED(
            CLAIM,
            ASSIGN,
            TRANSFER,
            RELEASE,
            GIVE_OPINION,
            REQUEST_SUPPLEMENT,
            GIVE_SUPPLEMENT,
            CLOSE_SILENT,
            RETURN_STEP,
            REQUEST_EXTENSION,
            REFUSE_EXTENSION,
            REQUEST_CO_SIGN,
            CO_SIGN,
            CONSULT,
            ANSWER_CONSULTATION,
            LAPSE_CONSULTATION,
            WITHDRAW_CONSULTATION,
            START_STEP,
            COMPLETE_STEP,
            SUSPEND,
            EXTEND,
            DECIDE,
            WITHDRAW,
            REBASE,
            FULFIL_PROMISE,
            LAPSE_PROMISE),
    /** At least one special procedure is open; the clock stands (特别程序). */
    SUSPENDED(
            CLAIM,
            ASSIGN,
            TRANSFER,
            RELEASE,
            GIVE_OPINION,
            REQUEST_SUPPLEMENT,
            GIVE_SUPPLEMENT,
            CLOSE_SILENT,
            RETURN_STEP,
            REQUEST_EXTENSION,
            REFUSE_EXTENSION,
            REQUEST_CO_SIGN,
            CO_SIGN,
            CONSULT,
            ANSWER_CONSULTATION,
            LAPSE_CONSULTATION,
            WITHDRAW_CONSULTATION,
            SUSPEND,
            RESUME,
            START_STEP,
            COMPLETE_STEP,
            EXTEND,
            WITHDRAW,
            REBASE,
            FULFIL_PROMISE,
            LAPSE_PROMISE),
    /** Decided and closed, result not yet handed over (办结). */
    FINISHED(DELIVER, FULFIL_PROMISE, LAPSE_PROMISE),
    /** The result has reached the applicant (送达). */
    DELIVERED(FULFIL_PROMISE, LAPSE_PROMISE),
    /** Not taken up (不予受理). */
    NOT_ACCEPTED,
    /** Withdrawn by the applicant (撤回). */
    WITHDRAWN,
    /** Sent back before acceptance (退件). */
    RETURNED;

    private final Set<Action> allowed;

    CaseState(Action... allowed) {
        this.allowed =
                allowed.length == 0
                        ? EnumSet.noneOf(Action.class)
                        : EnumSet.copyOf(Set.of(allowed));
    }

    public boolean allows(Action action) {
        return allowed.contains(action);
    }

    /** Whether a due date still runs. */
    public boolean open() {
        return switch (this) {
            case SUBMITTED, IN_CORRECTION, ACCEPTED, SUSPENDED -> true;
            case FINISHED, DELIVERED, NOT_ACCEPTED, WITHDRAWN, RETURNED -> false;
        };
    }
}
