package org.oneseal.notification.events;

/** Events are brought once more from an earlier point on, with the same ids. */
public record SubscriptionReplayed(String subscriptionId) implements NotificationEvent {

    @Override
    public String type() {
        return "notification.subscription-replayed";
    }
}
