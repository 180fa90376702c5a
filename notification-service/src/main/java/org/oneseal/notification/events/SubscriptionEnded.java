package org.oneseal.notification.events;

/** The subscription is over; its keys are forgotten. */
public record SubscriptionEnded(String subscriptionId) implements NotificationEvent {

    @Override
    public String type() {
        return "notification.subscription-ended";
    }
}
