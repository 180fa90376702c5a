package org.oneseal.story.chapters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.oneseal.story.Surroundings;

/** The day on which the story takes place: the platform's, which may be told as of another day. */
final class AsOf {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private AsOf() {}

    static LocalDate of(Surroundings where) {
        return LocalDate.ofInstant(now(where), ZONE);
    }

    static Instant now(Surroundings where) {
        return where.clock().now();
    }

    /** The day of an instant, as a text of the platform gives it. */
    static LocalDate day(String instant) {
        return LocalDate.ofInstant(Instant.parse(instant), ZONE);
    }
}
