package org.oneseal.catalog.importing;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** Whether a table could be imported at all. */
public sealed interface ImportOutcome {

    record Imported(ImportReport report) implements ImportOutcome {}

    /** The table as a whole can't be read. */
    record Objected(List<Objection> objections) implements ImportOutcome {}
}
