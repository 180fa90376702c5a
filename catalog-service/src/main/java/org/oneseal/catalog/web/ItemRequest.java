package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new item.
 *
 * @param code implementation code, 31 characters
 * @param department code of the department that runs it
 */
record ItemRequest(
        @NotNull @Size(max = 40) String code,
        @NotNull @Size(max = 40) String department,
        @Valid @NotNull ContentBody content)
        implements Beginnings.Beginning {}
