package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A department to be registered. */
record DepartmentRequest(
        @NotNull @Size(max = 40) String code,
        @NotNull @Size(max = 100) String name,
        @NotNull @Size(max = 18) String uscc,
        @NotNull @Size(min = 12, max = 12) String region,
        @Nullable @Size(max = 40) String parent,
        @Nullable Boolean madeUp) {}
