package org.oneseal.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its reader finds it.
 *
 * @param kind code of the kind
 * @param readAt when this reader saw it first, null if not yet
 */
public record InboxEntry(
        String id,
        String kind,
        @Nullable String caseId,
        Text chinese,
        Text english,
        Instant createdAt,
        @Nullable Instant readAt) {}
