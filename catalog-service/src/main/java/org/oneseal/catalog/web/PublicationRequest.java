package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemDesk;

/** From which day the new version governs intake, Asia/Shanghai; today when left out. */
record PublicationRequest(@Nullable LocalDate effectiveFrom) {

    LocalDate from(Instant now) {
        return Objects.requireNonNullElse(effectiveFrom, ItemDesk.today(now));
    }
}
