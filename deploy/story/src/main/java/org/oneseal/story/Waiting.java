package org.oneseal.story;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what arrives by events, with an end. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Waiting() {}

    /**
     * Asks again and again until the answer will do.
     *
     * @throws IllegalStateException after three minutes, with the last answer
     */
    public static <T> T until(Supplier<T> question, Predicate<T> enough, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T answer = question.get();
            if (enough.test(answer)) return answer;
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what + ": " + answer);
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
