package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why and from which day intake ends for ever, Asia/Shanghai; today when left out. */
record CancellationRequest(@NotNull @Size(max = 500) String reason, @Nullable LocalDate from) {}
