package org.oneseal.notification.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What happened in notification, as others read it on oneseal.notification.v1. */
public sealed interface NotificationEvent
        permits MessageDelivered,
                TemplateSaved,
                TemplateEnded,
                SubscriptionRegistered,
                SubscriptionPaused,
                SubscriptionResumed,
                SubscriptionKeyAdded,
                SubscriptionKeyRetired,
                SubscriptionReplayed,
                SubscriptionEnded,
                TemplateDrafted,
                ConsentGiven,
                ConsentWithdrawn,
                DeliveryFailed {

    /** Last two segments of the event type. */
    @JsonIgnore
    String type();
}
