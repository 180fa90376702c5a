package org.oneseal.catalog.powers;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of something that is to be done to a power. */
public sealed interface PowerOutcome {

    record Done(Power power, PowerChange change) implements PowerOutcome {}

    /** What was handed in breaks these rules. */
    record Objected(List<Objection> objections) implements PowerOutcome {}

    /** The power is not in a state for it. */
    record NotNow(List<Objection> objections) implements PowerOutcome {

        static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}
