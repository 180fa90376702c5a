package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A word of a query, with the words that mean the same.
 *
 * @param text folded
 * @param synonyms folded, without the text itself
 */
record Segment(String text, Set<String> synonyms) {

    private static final int LONGEST_TERM = 20;

    /** Cuts a word at the terms and fillers it contains, the longest first at each place. */
    static List<Segment> cut(
            String word, Map<String, ? extends Collection<String>> synonyms, Set<String> fillers) {
        List<Segment> segments = new ArrayList<>();
        int open = 0;
        int at = 0;
        while (at < word.length()) {
            String term = longestAt(word, at, synonyms, fillers);
            if (term == null) {
                at++;
                continue;
            }
            add(word.substring(open, at), segments);
            if (!fillers.contains(term)) {
                Set<String> same = new TreeSet<>(synonyms.get(term));
                same.remove(term);
                segments.add(new Segment(term, same));
            }
            at += term.length();
            open = at;
        }
        add(word.substring(open), segments);
        return segments;
    }

    private static void add(String text, List<Segment> segments) {
        if (!text.isEmpty()) segments.add(new Segment(text, Set.of()));
    }

    private static @org.jspecify.annotations.Nullable String longestAt(
            String word,
            int at,
            Map<String, ? extends Collection<String>> synonyms,
            Set<String> fillers) {
        for (int to = Math.min(word.length(), at + LONGEST_TERM); to > at + 1; to--) {
            String term = word.substring(at, to);
            if (fillers.contains(term) || synonyms.containsKey(term)) return term;
        }
        return null;
    }

    /** Every part of the words that could be a term. */
    static Set<String> candidates(List<String> words) {
        Set<String> parts = new LinkedHashSet<>();
        for (String word : words) {
            for (int at = 0; at < word.length(); at++) {
                int most = Math.min(word.length(), at + LONGEST_TERM);
                for (int to = at + 2; to <= most; to++) parts.add(word.substring(at, to));
            }
        }
        return parts;
    }

    boolean letters() {
        return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    boolean chinese() {
        return text.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
    }
}
