package org.oneseal.cases.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * A decision as it is asked for.
 *
 * @param ground legal ground, required to refuse
 * @param resultCode which result of the item is granted, the first where null
 * @param deliverWithin how long delivery may take, null where no rule says so
 * @param certificate made ready by the caller where the result has a type of certificate
 */
public record DecisionTerms(
        boolean granted,
        String decisionNumber,
        @Nullable String ground,
        @Nullable String reason,
        @Nullable String resultCode,
        @Nullable LocalDate validFrom,
        @Nullable TimeLimit deliverWithin,
        @Nullable Certificate certificate) {

    /** Id, number and the digest of the verify code of a certificate about to be issued. */
    public record Certificate(String id, String number, String verifyCodeHash) {}
}
