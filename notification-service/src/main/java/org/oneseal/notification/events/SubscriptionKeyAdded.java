package org.oneseal.notification.events;

/** A second key signs too. */
public record SubscriptionKeyAdded(String subscriptionId, String keyId)
        implements NotificationEvent {

    @Override
    public String type() {
        return "notification.subscription-key-added";
    }
}
