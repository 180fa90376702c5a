package org.oneseal.catalog.registers;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What came of keeping an entry. */
public sealed interface EntryOutcome {

    record Kept(RegisterEntry entry, RegisterEntry.Action action) implements EntryOutcome {}

    /** What was sent is wrong. */
    record Objected(List<Objection> objections) implements EntryOutcome {}

    /** The entry's state does not allow it. */
    record NotNow(List<Objection> objections) implements EntryOutcome {

        static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}
