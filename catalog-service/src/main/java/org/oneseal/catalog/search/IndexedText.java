package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.catalog.search.SearchEntry.Field;
import org.oneseal.catalog.words.Folded;
import org.oneseal.catalog.words.Readings;

/**
 * An entry as it is searched: its texts folded and read aloud, each cut into characters, letters or
 * syllables. Each text stands between ends, so that beginnings and whole names can be told.
 *
 * @param titleKey its title, folded: what hits of a tier are sorted by
 * @param names title and aliases, by characters
 * @param words those and everything else, by characters
 * @param sounds names as they are heard, by syllables
 * @param initials names by their first letters
 * @param allSounds names, results and departments as they are heard
 * @param allInitials the same by their first letters
 */
public record IndexedText(
        String titleKey,
        List<List<String>> names,
        List<List<String>> words,
        List<List<String>> sounds,
        List<List<String>> initials,
        List<List<String>> allSounds,
        List<List<String>> allInitials) {

    /** Raised when entries are made of the catalog in another way, so that all are built again. */
    public static final int EDITION = 2;

    static final String END = "\n";

    /** Cuts and reads an entry. */
    public static IndexedText of(SearchEntry entry, Readings readings) {
        List<List<String>> names = new ArrayList<>();
        List<List<String>> sounds = new ArrayList<>();
        List<List<String>> initials = new ArrayList<>();
        List<String> titles = new ArrayList<>(entry.aliases());
        titles.addFirst(entry.title());
        for (String title : titles) {
            String key = Folded.key(title);
            names.add(between(points(key)));
            read(key, readings, sounds, initials);
        }
        List<List<String>> words = new ArrayList<>(names);
        List<List<String>> allSounds = new ArrayList<>(sounds);
        List<List<String>> allInitials = new ArrayList<>(initials);
        for (SearchEntry.Other other : entry.others()) {
            String key = Folded.key(other.text());
            words.add(between(points(key)));
            if (other.field().read()) read(key, readings, allSounds, allInitials);
        }
        return new IndexedText(
                Folded.key(entry.title()), names, words, sounds, initials, allSounds, allInitials);
    }

    private static void read(
            String key, Readings readings, List<List<String>> sounds, List<List<String>> initials) {
        List<String> read = readings.syllables(key);
        sounds.add(between(read.stream().map(Readings::heard).toList()));
        initials.add(between(points(Readings.initials(read))));
    }

    private static List<String> between(List<String> units) {
        List<String> bounded = new ArrayList<>(units.size() + 2);
        bounded.add(END);
        bounded.addAll(units);
        bounded.add(END);
        return bounded;
    }

    static List<String> points(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
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
