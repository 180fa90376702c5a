package org.oneseal.cases.events;

import org.jspecify.annotations.Nullable;

/** What a grant yields, from the pinned item version. */
public record ResultTerms(
        String code,
        String name,
        @Nullable String certificateType,
        @Nullable Integer validityMonths) {}
