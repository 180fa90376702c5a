package org.oneseal.notification.events;

/** Events are brought again, those that waited first. */
public record SubscriptionResumed(String subscriptionId) implements NotificationEvent {

    @Override
    public String type() {
        return "notification.subscription-resumed";
    }
}
