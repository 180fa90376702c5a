package org.oneseal.catalog.search;

import java.util.List;
import org.oneseal.catalog.search.Needle.Via;
import org.oneseal.catalog.search.SearchEntry.Field;

/** Something found, and why. */
public record Hit(FullText.Found found, List<Why> why) {

    /**
     * Where a word was seen.
     *
     * @param text the text it stands in, shortened around it where it is long
     * @param from first character of it in that text
     * @param to character after it
     * @param term the word as typed, or the one that means the same
     */
    public record Why(Field field, String text, int from, int to, String term, Via via) {}
}
