package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemDesk;

/** Why and from which day intake ends for ever, Asia/Shanghai; today when left out. */
record CancellationRequest(@NotNull @Size(max = 500) String reason, @Nullable LocalDate from) {

    LocalDate from(Instant now) {
        return Objects.requireNonNullElse(from, ItemDesk.today(now));
    }
}
