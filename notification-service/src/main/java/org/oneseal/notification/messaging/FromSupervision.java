package org.oneseal.notification.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card as notification sees it; the other events of supervision are passed over. */
record FromSupervision(
        @Nullable String caseId,
        @Nullable String caseNumber,
        @Nullable String itemName,
        String colour,
        @Nullable Rule rule,
        @Nullable Instant threshold,
        @Nullable Instant due,
        @Nullable String department,
        @Nullable List<String> recipients) {

    record Rule(@Nullable String code, int version, @Nullable String ground) {}
}
