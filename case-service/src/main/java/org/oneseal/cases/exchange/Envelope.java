package org.oneseal.cases.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, before anyone has looked at it: CloudEvents attributes and the bytes of its
 * data. Kept whole where it cannot be taken.
 *
 * @param attributes by their names, such as {@code type}; {@code key} is the topic's
 */
public record Envelope(Map<String, String> attributes, byte[] payload) {

    /** The attributes that count; others, such as a trace, are not kept. */
    public static final List<String> ATTRIBUTES =
            List.of("specversion", "id", "type", "source", "subject", "key", "time", "sequence");

    private static final int LONGEST_SHOWN = 100;
    private static final int REPLACEMENT = 0xfffd;

    public Envelope {
        Map<String, String> counted = new TreeMap<>();
        for (String name : ATTRIBUTES) {
            String value = attributes.get(name);
            if (value != null) counted.put(name, value);
        }
        attributes = Map.copyOf(counted);
    }

    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    /** The data as text; bytes that are no UTF-8 show as replacement characters. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** A text from outside as it may be repeated in answers: short, and without odd characters. */
    public static @Nullable String shown(@Nullable String text) {
        if (text == null) return null;
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> isOdd(c) ? REPLACEMENT : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isOdd(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
