package org.oneseal.catalog.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: full and half width, case and spaces make no difference.
 *
 * @param key the folded text
 * @param origins where each of its characters stood in the text
 */
public record Folded(String key, int[] origins) {

    public static Folded of(String text) {
        StringBuilder key = new StringBuilder(text.length());
        int[] origins = new int[text.length() * 4 + 4];
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            String folded = fold(point);
            if (key.length() + folded.length() >= origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2 + folded.length());
            }
            for (int i = 0; i < folded.length(); i++) origins[key.length() + i] = at;
            key.append(folded);
            at += Character.charCount(point);
        }
        return new Folded(key.toString(), Arrays.copyOf(origins, key.length()));
    }

    /** The folded text alone. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.codePoints().forEach(point -> key.append(fold(point)));
        return key.toString();
    }

    private static String fold(int point) {
        if (point >= 0x4E00 && point <= 0x9FFF) return Character.toString(point);
        if (Character.isWhitespace(point)) return "";
        return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
