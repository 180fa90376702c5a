package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whether a draft may be published, and why; the reason must be there where it may not. */
record ReviewRequest(@NotNull Boolean passed, @Nullable @Size(max = 500) String reason) {}
