package org.oneseal.catalog.packages;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of something that is to be done to a package. */
public sealed interface PackageOutcome {

    /**
     * Done.
     *
     * @param change what happened
     */
    record Done(ServicePackage servicePackage, PackageChange change) implements PackageOutcome {}

    /** What was handed in breaks these rules. */
    record Objected(List<Objection> objections) implements PackageOutcome {}

    /** The package is not in a state for it. */
    record NotNow(List<Objection> objections) implements PackageOutcome {

        static NotNow because(Objection objection) {
            return new NotNow(List.of(objection));
        }
    }
}
