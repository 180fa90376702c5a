package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new power.
 *
 * @param code implementation code (实施编码) of a type that nobody applies for
 * @param department code of the body that exercises it
 */
record PowerRequest(
        @NotNull @Size(max = 40) String code,
        @NotNull @Size(max = 40) String department,
        @NotNull @Valid PowerBody content)
        implements Beginnings.Beginning {}
