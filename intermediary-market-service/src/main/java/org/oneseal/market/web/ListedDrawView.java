package org.oneseal.market.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An announced project in the public list, with its current draw. */
record ListedDrawView(
        String id,
        String title,
        String region,
        String serviceKind,
        String projectState,
        String state,
        Instant closesAt,
        @Nullable Instant valueAt,
        String trust) {}
