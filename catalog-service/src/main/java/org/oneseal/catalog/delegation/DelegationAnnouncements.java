package org.oneseal.catalog.delegation;

import java.time.Instant;
import org.oneseal.catalog.departments.Department;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;

/** Tells the other services who may handle what, and keeps the evidence of it. */
public interface DelegationAnnouncements {

    Chain record(
            Delegation delegation,
            Department receiver,
            Actor actor,
            DelegationChange change,
            Instant now);
}
