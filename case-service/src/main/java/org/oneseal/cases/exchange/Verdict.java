package org.oneseal.cases.exchange;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What became of a message. */
public sealed interface Verdict {

    /** It is in the case now. */
    record Accepted(String caseId) implements Verdict {}

    /** The same message was there before; only counted. */
    record Duplicate() implements Verdict {}

    /** Something else was told under the same key; both are kept for a person to look at. */
    record Conflict(String id, ConflictKind kind) implements Verdict {}

    /**
     * It came before its predecessor.
     *
     * @param expected the sequence that is missing
     */
    record Waiting(long expected) implements Verdict {}

    /** It cannot be taken as it is; kept with the reasons, to be replayed. */
    record Rejected(List<Objection> objections) implements Verdict {
        public Rejected {
            objections = List.copyOf(objections);
        }
    }

    /** How two messages of one sequence contradict each other. */
    enum ConflictKind {
        OTHER_CONTENT,
        OTHER_TYPE
    }
}
