package org.oneseal.notification.events;

/** A key signs no more. */
public record SubscriptionKeyRetired(String subscriptionId, String keyId)
        implements NotificationEvent {

    @Override
    public String type() {
        return "notification.subscription-key-retired";
    }
}
