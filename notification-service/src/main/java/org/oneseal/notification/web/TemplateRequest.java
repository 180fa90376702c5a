package org.oneseal.notification.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * New words for a kind of message.
 *
 * @param region whose words they are, twelve digits
 * @param effectiveTo null means without end
 */
record TemplateRequest(
        @NotNull String kind,
        @NotNull String region,
        @NotNull Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        @NotNull String titleZh,
        @NotNull String bodyZh,
        @NotNull String titleEn,
        @NotNull String bodyEn) {}
