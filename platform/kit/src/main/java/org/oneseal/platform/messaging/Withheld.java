package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topics that the broker did not know when last asked, each left alone for a while. Of one thread.
 */
final class Withheld {

    private static final Logger log = LoggerFactory.getLogger(Withheld.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(RuntimeException why, long untilNanos) {}

    void put(String topic, RuntimeException why) {
        log.warn("Events for {} wait until the broker knows it: {}", topic, why.toString());
        entries.put(topic, new Entry(why, System.nanoTime() + PAUSE.toNanos()));
    }

    /** Why the topic is left out, null if it is not. */
    @Nullable RuntimeException why(String topic) {
        Entry entry = entries.get(topic);
        return entry == null ? null : entry.why();
    }

    /** What to leave out now; whose pause is over comes in again. */
    List<String> topics() {
        long now = System.nanoTime();
        entries.values().removeIf(entry -> entry.untilNanos() - now <= 0);
        return List.copyOf(entries.keySet());
    }
}
