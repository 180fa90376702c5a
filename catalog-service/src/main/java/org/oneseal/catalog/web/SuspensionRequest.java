package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why intake stops. */
record SuspensionRequest(@NotNull @Size(max = 500) String reason) {}
