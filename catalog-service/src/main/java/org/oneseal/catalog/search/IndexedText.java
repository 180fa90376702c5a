package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.oneseal.catalog.search.SearchEntry.Field;
import org.oneseal.catalog.words.Folded;
import org.oneseal.catalog.words.Grams;
import org.oneseal.catalog.words.Readings;

/**
 * An entry as it is searched: its texts folded and read aloud, and the tokens an index holds of
 * them. Each text stands between line ends, so that beginnings and whole names can be told.
 *
 * @param names title and aliases
 * @param words those and everything else
 * @param sounds names as they are heard, syllable by syllable
 * @param initials names by their first letters
 * @param allSounds names, results and departments as they are heard
 * @param allInitials the same by their first letters
 */
public record IndexedText(
        String titleKey,
        String names,
        String words,
        String sounds,
        String initials,
        String allSounds,
        String allInitials,
        List<String> tokens) {

    /** Raised when entries are cut or read in another way, so that all are built again. */
    public static final int EDITION = 1;

    static final String END = "\n";

    static IndexedText of(SearchEntry entry, Readings readings) {
        TreeSet<String> tokens = new TreeSet<>();
        StringBuilder names = new StringBuilder(END);
        StringBuilder sounds = new StringBuilder(END);
        StringBuilder initials = new StringBuilder(END);
        List<String> titles = new ArrayList<>(entry.aliases());
        titles.addFirst(entry.title());
        for (String title : titles) {
            String key = Folded.key(title);
            List<String> read = readings.syllables(key);
            names.append(key).append(END);
            sounds.append(heard(read)).append(END);
            initials.append(Readings.initials(read)).append(END);
            Tokens.ofName(key, read, tokens);
        }
        StringBuilder words = new StringBuilder(names);
        StringBuilder allSounds = new StringBuilder(sounds);
        StringBuilder allInitials = new StringBuilder(initials);
        for (SearchEntry.Other other : entry.others()) {
            String key = Folded.key(other.text());
            words.append(key).append(END);
            tokens.addAll(Grams.ofName(key));
            if (!other.field().read()) continue;
            List<String> read = readings.syllables(key);
            allSounds.append(heard(read)).append(END);
            allInitials.append(Readings.initials(read)).append(END);
            Tokens.ofReading(read, Tokens.ANYWHERE, tokens);
        }
        return new IndexedText(
                Folded.key(entry.title()),
                names.toString(),
                words.toString(),
                sounds.toString(),
                initials.toString(),
                allSounds.toString(),
                allInitials.toString(),
                List.copyOf(tokens));
    }

    /** Syllables with a space before each and at the end: a word begins where a syllable does. */
    static String heard(List<String> read) {
        StringBuilder heard = new StringBuilder(" ");
        for (String syllable : read) heard.append(Readings.heard(syllable)).append(' ');
        return heard.toString();
    }

    static List<Field> inOrder() {
        return List.of(Field.values());
    }
}
