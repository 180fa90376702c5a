package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * Something happened that somebody is told of.
 *
 * @param cause id of the event
 * @param recordedAt when the event was recorded: decides which template is in force, so that a
 *     rebuild chooses the same
 * @param chinese values by name, as they read in Chinese
 * @param english the same in English
 */
public record Occasion(
        MessageKind kind,
        String cause,
        Instant recordedAt,
        RegionCode region,
        @Nullable String caseId,
        Recipient recipient,
        Map<String, String> chinese,
        Map<String, String> english) {

    public Occasion {
        chinese = Map.copyOf(chinese);
        english = Map.copyOf(english);
    }
}
