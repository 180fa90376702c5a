package org.oneseal.notification.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A department's system will be told what happens. */
public record SubscriptionRegistered(
        String subscriptionId,
        String name,
        String region,
        @Nullable String department,
        String host,
        List<String> types,
        String keyId)
        implements NotificationEvent {
    public SubscriptionRegistered {
        types = List.copyOf(types);
    }

    @Override
    public String type() {
        return "notification.subscription-registered";
    }
}
