package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.events.CaseEvent;
import org.oneseal.platform.objection.Objection;

/**
 * What came of an action on a case: it is changed, or it stays as it was and the reasons are told.
 */
public sealed interface Outcome {

    /**
     * @param events in the order of the facts that were added
     */
    record Changed(Case after, Deadlines deadlines, List<Told> events) implements Outcome {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** The request breaks rules: every one of them is named (422). */
    record Objected(List<Objection> objections) implements Outcome {
        public Objected {
            objections = List.copyOf(objections);
        }
    }

    /** The case is not in a state that allows it (409). */
    record OutOfTurn(List<Objection> objections) implements Outcome {
        public OutOfTurn {
            objections = List.copyOf(objections);
        }
    }

    /** An event and when it happened. */
    record Told(CaseEvent event, Instant occurredAt) {}
}
