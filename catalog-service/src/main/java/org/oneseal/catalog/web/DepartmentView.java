package org.oneseal.catalog.web;

import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;

/** A department. */
record DepartmentView(
        String code,
        String name,
        String uscc,
        String region,
        @Nullable String parent,
        boolean madeUp) {

    static DepartmentView of(Department department) {
        return new DepartmentView(
                department.code(),
                department.name(),
                department.uscc().value(),
                department.region().value(),
                department.parent(),
                department.madeUp());
    }
}
