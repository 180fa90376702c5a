package org.oneseal.notification.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words are proposed; they are not used until published. */
public record TemplateDrafted(
        String templateId,
        String kind,
        String region,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo)
        implements NotificationEvent {

    @Override
    public String type() {
        return "notification.template-drafted";
    }
}
