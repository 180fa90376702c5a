package org.oneseal.catalog.resources;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of a demand that is filed or answered. */
public sealed interface DemandOutcome {

    record Done(DataDemand demand) implements DemandOutcome {}

    /** What was handed in breaks these rules. */
    record Objected(List<Objection> objections) implements DemandOutcome {}

    /** The resource or the demand is not in a state for it. */
    record NotNow(List<Objection> objections) implements DemandOutcome {

        static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}
