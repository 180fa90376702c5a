package org.oneseal.catalog.departments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** Registered departments. */
public interface Departments {

    Optional<Department> find(String code);

    Optional<Department> named(RegionCode region, String name);

    /** Whether another department has this credit code. */
    boolean creditCodeTaken(String uscc, String exceptCode);

    /**
     * Departments in order of their code.
     *
     * @param within only those of this region and below it, null for all
     * @param after code of the last one seen, empty from the start
     */
    List<Department> list(@Nullable RegionCode within, String after, int limit);

    void add(Department department);
}
