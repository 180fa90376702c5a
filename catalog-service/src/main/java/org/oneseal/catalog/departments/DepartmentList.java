package org.oneseal.catalog.departments;

import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** Departments that come with the service for demonstrations, with made-up credit codes. */
public interface DepartmentList {

    Optional<DepartmentCommand> named(RegionCode region, String name);
}
