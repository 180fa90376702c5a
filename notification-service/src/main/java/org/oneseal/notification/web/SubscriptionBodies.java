package org.oneseal.notification.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.webhooks.Webhook;

/** What is sent and answered about subscriptions; a secret comes in and never goes out. */
final class SubscriptionBodies {

    private SubscriptionBodies() {}

    /**
     * A department's system asks to be told.
     *
     * @param region twelve digits; null for the caller's own
     * @param department null for the caller's own, or all of the region for an operator
     * @param mode BINARY or STRUCTURED; null for BINARY
     * @param types event types or {@code org.oneseal.cases.*}; null or empty for all
     * @param secret base64 of at least 32 random bytes, made by the receiver
     * @param from begin with what was recorded then; null for what happens from now on
     */
    record RegisterRequest(
            @NotNull String name,
            @Nullable String region,
            @Nullable String department,
            @NotNull String url,
            Webhook.@Nullable Mode mode,
            @Nullable List<@NotNull String> types,
            @NotNull String keyId,
            @NotNull String secret,
            @Nullable Instant from) {}

    record KeyRequest(@NotNull String keyId, @NotNull String secret) {}

    /** From an instant, or behind a cursor of the feed: exactly one of them. */
    record ReplayRequest(@Nullable Instant since, @Nullable String cursor) {}

    record KeyView(String keyId, Instant addedAt) {}

    /**
     * A subscription.
     *
     * @param health null where it was not asked for
     */
    record SubscriptionView(
            String id,
            long version,
            String name,
            String region,
            @Nullable String department,
            String url,
            String mode,
            List<String> types,
            List<KeyView> keys,
            String state,
            @Nullable String pauseCause,
            Instant createdAt,
            @Nullable HealthView health) {}

    /** What waits; counts stop at a thousand. */
    record HealthView(
            long open,
            long dead,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant restUntil) {}

    /** An event that was not taken, and why. */
    record DeadLetterView(
            long number,
            EventView event,
            int attempts,
            @Nullable Integer lastStatus,
            @Nullable String lastOutcome,
            Instant lastAttemptAt) {}

    /** How many dead letters are tried again or given up. */
    record CountView(int count) {}
}
