package org.oneseal.notification.events;

import java.time.Instant;

/** A message could not be brought by this channel; it is in the inbox all the same. */
public record DeliveryFailed(
        String messageId, String party, String channel, String reason, Instant failedAt)
        implements NotificationEvent {

    @Override
    public String type() {
        return "notification.delivery-failed";
    }
}
