package org.oneseal.cases.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is asked for.
 *
 * @param ground legal ground, required to refuse
 * @param resultCode which result of the item is granted, the first where null
 * @param certificate made ready by the caller where the result has a type of certificate
 */
public record DecisionTerms(
        boolean granted,
        String decisionNumber,
        @Nullable String ground,
        @Nullable String reason,
        @Nullable String resultCode,
        @Nullable LocalDate validFrom,
        @Nullable Certificate certificate) {

    /** Id, number and the digest of the verify code of a certificate about to be issued. */
    public record Certificate(String id, String number, String verifyCodeHash) {}
}
