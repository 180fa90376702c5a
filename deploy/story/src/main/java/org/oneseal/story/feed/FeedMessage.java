package org.oneseal.story.feed;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of a department's system.
 *
 * @param sourceCase the case's id at the source
 * @param sequence gap-free per source case, from 1
 * @param type {@code received}, {@code step} or {@code finished}
 * @param time when it really happened
 */
public record FeedMessage(
        String sourceCase,
        long sequence,
        String type,
        Instant time,
        Map<String, @Nullable Object> data) {}
