package org.oneseal.notification.events;

/** A person wants messages by this channel too. */
public record ConsentGiven(String party, String channel) implements NotificationEvent {

    @Override
    public String type() {
        return "notification.consent-given";
    }
}
