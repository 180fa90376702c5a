package org.oneseal.notification.events;

import java.time.Instant;

/** A text is no longer used from that instant on. */
public record TemplateEnded(String templateId, String kind, String region, Instant effectiveTo)
        implements NotificationEvent {

    @Override
    public String type() {
        return "notification.template-ended";
    }
}
