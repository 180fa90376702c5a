package org.oneseal.catalog.delegation;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of something that is to be done to an act of delegation. */
public sealed interface DelegationOutcome {

    record Done(Delegation delegation) implements DelegationOutcome {}

    /** What was handed in breaks these rules. */
    record Objected(List<Objection> objections) implements DelegationOutcome {}

    /** The act is not in a state for it. */
    record NotNow(List<Objection> objections) implements DelegationOutcome {

        static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}
