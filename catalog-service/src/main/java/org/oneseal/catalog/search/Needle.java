package org.oneseal.catalog.search;

import java.util.List;

/**
 * One way in which an entry may show a word.
 *
 * @param in where it must stand
 * @param text what must stand there
 * @param tokens what the index must hold of the entry for that
 * @param via how it comes from what was typed
 * @param term the word as typed, or the word that means the same
 */
public record Needle(In in, String text, List<String> tokens, Via via, String term) {

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

    public Needle {
        tokens = List.copyOf(tokens);
    }

    static Needle text(String key, boolean anywhere, Via via) {
        return new Needle(
                anywhere ? In.WORDS : In.NAMES, key, Tokens.containing(key, anywhere), via, key);
    }
}
