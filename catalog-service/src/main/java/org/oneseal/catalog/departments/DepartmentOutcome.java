package org.oneseal.catalog.departments;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of a department that someone wants to register. */
public sealed interface DepartmentOutcome {

    record Registered(Department department) implements DepartmentOutcome {}

    record Objected(List<Objection> objections) implements DepartmentOutcome {}
}
