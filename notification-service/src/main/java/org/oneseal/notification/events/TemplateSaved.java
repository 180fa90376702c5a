package org.oneseal.notification.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A region has a text of its own for a kind of message from that instant on. */
public record TemplateSaved(
        String templateId,
        String kind,
        String region,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        String titleZh,
        String bodyZh,
        String titleEn,
        String bodyEn)
        implements NotificationEvent {

    @Override
    public String type() {
        return "notification.template-saved";
    }
}
