package org.oneseal.cases.handling;

/** What can be done to a case. {@link CaseState} says where. */
public enum Action {
    ACCEPT,
    DEEM_ACCEPTED,
    REFUSE_ACCEPTANCE,
    REQUEST_CORRECTION,
    CORRECT,
    SEND_BACK,
    START_STEP,
    COMPLETE_STEP,
    SUSPEND,
    RESUME,
    EXTEND,
    DECIDE,
    DELIVER,
    WITHDRAW,
    REBASE,
    FULFIL_PROMISE,
    LAPSE_PROMISE,
    CLOSE_SILENT
}
