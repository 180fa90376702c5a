package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new package.
 *
 * @param code six digits of its region, a hyphen and a name, such as 431103-birth
 * @param department code of the department that answers for it
 */
record PackageRequestBody(
        @NotNull @Size(max = 40) String code,
        @NotNull @Size(max = 40) String department,
        @NotNull @Valid PackageBody content)
        implements Beginnings.Beginning {}
