package org.oneseal.notification.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message is in the recipient's inbox.
 *
 * @param cause id of the event that caused it
 * @param recipientKind PARTY or OFFICERS
 */
public record MessageDelivered(
        String messageId,
        String kind,
        String cause,
        @Nullable String caseId,
        String recipientKind,
        @Nullable String party,
        @Nullable String department,
        List<String> roles,
        String channel,
        Instant deliveredAt)
        implements NotificationEvent {
    public MessageDelivered {
        roles = List.copyOf(roles);
    }

    @Override
    public String type() {
        return "notification.delivered";
    }
}
