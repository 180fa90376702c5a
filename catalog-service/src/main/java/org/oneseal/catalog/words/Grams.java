package org.oneseal.catalog.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How names are made findable: folded, then every character and every pair of neighbours. */
public final class Grams {

    private Grams() {}

    /** Full and half width, case and spaces make no difference. */
    public static String key(String text) {
        return Folded.key(text);
    }

    public static List<String> ofName(String name) {
        Set<String> grams = new TreeSet<>();
        ofLength(key(name), 1, grams);
        ofLength(key(name), 2, grams);
        return List.copyOf(grams);
    }

    /** What a name must contain to match: pairs, or the only character. */
    public static List<String> ofQuery(String query) {
        String key = key(query);
        Set<String> grams = new TreeSet<>();
        ofLength(key, key.codePointCount(0, key.length()) == 1 ? 1 : 2, grams);
        return List.copyOf(grams);
    }

    /** All runs of that many characters, in their order. */
    public static Set<String> ofLength(String key, int length) {
        Set<String> grams = new LinkedHashSet<>();
        ofLength(key, length, grams);
        return grams;
    }

    private static void ofLength(String key, int length, Set<String> into) {
        int[] points = key.codePoints().toArray();
        for (int i = 0; i + length <= points.length; i++) {
            into.add(new String(points, i, length));
        }
    }
}
