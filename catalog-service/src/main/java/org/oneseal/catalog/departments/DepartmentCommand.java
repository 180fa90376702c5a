package org.oneseal.catalog.departments;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * A department that is to be registered, as typed in.
 *
 * @param uscc unified social credit code, not yet checked
 */
public record DepartmentCommand(
        String code,
        String name,
        String uscc,
        RegionCode region,
        @Nullable String parent,
        boolean madeUp) {}
