package org.oneseal.cases.exchange;

import java.util.Locale;
import java.util.Optional;

/** What a source can tell about a case of its own. */
public enum FeedType {
    RECEIVED,
    ACCEPTED,
    STEP,
    SUSPENDED,
    RESUMED,
    EXTENDED,
    FINISHED;

    private static final String PREFIX = "org.oneseal.exchange.";

    /** The last segment of the event type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FeedType> of(String eventType) {
        for (FeedType type : values()) {
            if (eventType.equals(PREFIX + type.word())) return Optional.of(type);
        }
        return Optional.empty();
    }
}
