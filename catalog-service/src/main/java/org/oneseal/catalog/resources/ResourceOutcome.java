package org.oneseal.catalog.resources;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of something that is to be done to an entry of the directory. */
public sealed interface ResourceOutcome {

    record Done(DataResource resource, ResourceChange change) implements ResourceOutcome {}

    /** What was handed in breaks these rules. */
    record Objected(List<Objection> objections) implements ResourceOutcome {}

    /** The entry is not in a state for it. */
    record NotNow(List<Objection> objections) implements ResourceOutcome {

        static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}
