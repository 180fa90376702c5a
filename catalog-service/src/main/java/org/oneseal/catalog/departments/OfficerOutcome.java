package org.oneseal.catalog.departments;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of an officer who is to be appointed. */
public sealed interface OfficerOutcome {

    record Appointed(Officer officer, ProvisioningTask account) implements OfficerOutcome {}

    record Objected(List<Objection> objections) implements OfficerOutcome {}
}
