package org.oneseal.catalog.persistence;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** How names are made findable: folded, then every character and every pair of neighbours. */
final class Grams {

    private Grams() {}

    /** Full and half width, case and spaces make no difference. */
    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    static List<String> ofName(String name) {
        String key = key(name);
        TreeSet<String> grams = new TreeSet<>();
        int[] points = key.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            grams.add(new String(points, i, 1));
            if (i + 1 < points.length) grams.add(new String(points, i, 2));
        }
        return List.copyOf(grams);
    }

    /** What a name must contain to match: pairs, or the only character. */
    static List<String> ofQuery(String query) {
        int[] points = key(query).codePoints().toArray();
        if (points.length == 1) return List.of(new String(points, 0, 1));
        TreeSet<String> grams = new TreeSet<>();
        for (int i = 0; i + 1 < points.length; i++) grams.add(new String(points, i, 2));
        return List.copyOf(grams);
    }
}
