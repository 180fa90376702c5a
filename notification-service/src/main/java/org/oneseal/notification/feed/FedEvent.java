package org.oneseal.notification.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * A public event as its producer told it, without what is ours to know alone.
 *
 * @param type full type such as {@code org.oneseal.cases.accepted}
 * @param key what order is kept by, such as the case
 * @param sequence gap-free per key at its producer
 */
public record FedEvent(
        String source,
        String id,
        String type,
        String subject,
        String key,
        long sequence,
        Instant time,
        Instant recordedAt,
        RegionCode region,
        @Nullable String department,
        JsonNode data) {

    private static final String PREFIX = "org.oneseal.";

    /** The schema it follows, {@code urn:oneseal:schema:cases.accepted:v1}. */
    public String schema() {
        String name = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return "urn:oneseal:schema:" + name + ":v1";
    }
}
