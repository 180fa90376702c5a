package org.oneseal.notification.events;

/** Nothing is brought until the subscription is resumed; what happens meanwhile waits. */
public record SubscriptionPaused(String subscriptionId, String cause) implements NotificationEvent {

    @Override
    public String type() {
        return "notification.subscription-paused";
    }
}
