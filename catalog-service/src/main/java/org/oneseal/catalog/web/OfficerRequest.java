package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An officer to be appointed; the role by its realm name, such as {@code window-clerk}. */
record OfficerRequest(
        @NotNull @Size(max = 40) String username,
        @NotNull @Size(max = 60) String name,
        @NotNull @Size(max = 40) String role) {}
