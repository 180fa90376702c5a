package org.oneseal.notification.events;

/** A person no longer wants messages by this channel. */
public record ConsentWithdrawn(String party, String channel) implements NotificationEvent {

    @Override
    public String type() {
        return "notification.consent-withdrawn";
    }
}
