package org.oneseal.notification.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template with the names it may use. */
record TemplateView(
        String id,
        long version,
        String state,
        String kind,
        String region,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        String titleZh,
        String bodyZh,
        String titleEn,
        String bodyEn,
        List<String> variables) {}
