package org.oneseal.catalog.departments;

import org.jspecify.annotations.Nullable;

/**
 * A department that is to be registered, as typed in.
 *
 * @param uscc unified social credit code, not yet checked
 */
public record DepartmentCommand(
        String code,
        String name,
        String uscc,
        String region,
        @Nullable String parent,
        boolean madeUp) {}
