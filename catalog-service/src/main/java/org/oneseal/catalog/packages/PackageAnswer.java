package org.oneseal.catalog.packages;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What a package means for one applicant, or why there is no answer. */
public sealed interface PackageAnswer {

    record Drawn(PackageChecklist checklist) implements PackageAnswer {}

    /** What was told is wrong. */
    record Objected(List<Objection> objections) implements PackageAnswer {}

    /** The package, or an item of it, is not to be had on the day. */
    record NotNow(List<Objection> objections) implements PackageAnswer {}
}
