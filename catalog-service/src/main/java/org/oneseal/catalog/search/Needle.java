package org.oneseal.catalog.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which an entry may show a word.
 *
 * @param in where it must stand
 * @param text what must stand there
 * @param via how it comes from what was typed
 * @param term the word as typed, or the word that means the same
 */
public record Needle(In in, String text, Via via, String term) {

    /** Which text of an entry; the names are those of {@link IndexedText}. */
    public enum In {
        NAMES,
        WORDS,
        SOUNDS,
        INITIALS,
        ALL_SOUNDS,
        ALL_INITIALS
    }

    /** How a hit comes from what was typed. */
    public enum Via {
        /** As typed. */
        TEXT,
        /** By a word that means the same. */
        SYNONYM,
        /** By the letters of its reading. */
        PINYIN,
        /** By their first letters. */
        INITIALS,
        /** By other characters that sound the same. */
        SOUND,
        /** By a part of what was typed. */
        PART
    }

    /** Characters of a name, or of any text. */
    public static Needle text(String key, boolean anywhere, Via via) {
        return new Needle(anywhere ? In.WORDS : In.NAMES, key, via, key);
    }

    /** Characters, letters or syllables that must stand beside each other, ends of texts too. */
    public List<String> units() {
        return switch (in) {
            case NAMES, WORDS, INITIALS, ALL_INITIALS -> IndexedText.points(text);
            case SOUNDS, ALL_SOUNDS ->
                    Stream.of(text.split(" ")).filter(unit -> !unit.isEmpty()).toList();
        };
    }

    /** Whether the last of the units may go on: a syllable that is only begun. */
    public boolean open() {
        boolean heard = in == In.SOUNDS || in == In.ALL_SOUNDS;
        return heard && !text.endsWith(" ") && !text.endsWith(IndexedText.END);
    }
}
