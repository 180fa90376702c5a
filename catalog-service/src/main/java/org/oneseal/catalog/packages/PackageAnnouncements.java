package org.oneseal.catalog.packages;

import java.time.Instant;
import org.oneseal.catalog.departments.Department;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;

/** Tells the other services which packages there are, and keeps the evidence of every edit. */
public interface PackageAnnouncements {

    /**
     * Writes what happened into the package's history.
     *
     * @param before the package as it was, for telling what has changed
     */
    Chain record(
            ServicePackage before,
            ServicePackage changed,
            Department department,
            Actor actor,
            PackageChange change,
            Instant now);

    /** Announces the state of one version, as its {@code announced}-th announcement. */
    void state(ServicePackage of, PackageVersion version, Department department, Instant at);
}
