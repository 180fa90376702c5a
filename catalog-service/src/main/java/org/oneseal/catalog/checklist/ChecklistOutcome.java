package org.oneseal.catalog.checklist;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** The checklist, or why there is none. */
public sealed interface ChecklistOutcome {

    record Drawn(Checklist checklist) implements ChecklistOutcome {}

    /** What was told is wrong. */
    record Objected(List<Objection> objections) implements ChecklistOutcome {}

    /** The item takes no applications on the day. */
    record NotNow(List<Objection> objections) implements ChecklistOutcome {}
}
