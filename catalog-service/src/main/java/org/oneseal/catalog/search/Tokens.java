package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.oneseal.catalog.words.Grams;
import org.oneseal.catalog.words.Readings;

/**
 * The tokens of the index. Characters and pairs of any text stand for themselves; everything else
 * has a mark before a colon: {@code n} pairs of a name, {@code ^} its beginning, {@code =} the
 * whole of it, {@code i} initials and {@code s} syllables of a name, {@code I} and {@code S} of any
 * text.
 */
final class Tokens {

    static final String NAME = "n:";
    static final String BEGINNING = "^:";
    static final String WHOLE = "=:";
    static final boolean ANYWHERE = true;

    private Tokens() {}

    static void ofName(String key, List<String> read, Collection<String> into) {
        for (String gram : Grams.ofName(key)) {
            into.add(gram);
            into.add(NAME + gram);
        }
        into.add(WHOLE + key);
        into.add(BEGINNING + first(key, 1));
        into.add(BEGINNING + first(key, 2));
        String initials = Readings.initials(read);
        into.add("=i:" + initials);
        into.add("^i:" + first(initials, 2));
        into.add("=s:" + IndexedText.heard(read));
        if (!read.isEmpty()) {
            into.add("^s:" + heard(read, 0));
            if (read.size() > 1) into.add("^s:" + heard(read, 0) + " " + letter(read, 1));
        }
        ofReading(read, !ANYWHERE, into);
        ofReading(read, ANYWHERE, into);
    }

    static void ofReading(List<String> read, boolean anywhere, Collection<String> into) {
        String initials = Readings.initials(read);
        for (int length = 2; length <= 3; length++) {
            for (String gram : Grams.ofLength(initials, length)) {
                into.add((anywhere ? "I:" : "i:") + gram);
            }
        }
        String mark = anywhere ? "S:" : "s:";
        for (int i = 0; i < read.size(); i++) {
            into.add(mark + heard(read, i));
            if (i + 1 == read.size()) break;
            into.add(mark + heard(read, i) + " " + letter(read, i + 1));
            into.add(mark + heard(read, i) + " " + heard(read, i + 1));
        }
    }

    /** What an entry must have to contain the characters in a name, or anywhere. */
    static List<String> containing(String key, boolean anywhere) {
        List<String> tokens = new ArrayList<>();
        for (String gram : Grams.ofQuery(key)) tokens.add(anywhere ? gram : NAME + gram);
        return tokens;
    }

    static List<String> initials(String letters, boolean anywhere) {
        List<String> tokens = new ArrayList<>();
        for (String gram : Grams.ofLength(letters, letters.length() == 2 ? 2 : 3)) {
            tokens.add((anywhere ? "I:" : "i:") + gram);
        }
        return tokens;
    }

    /**
     * What an entry must have to sound like this.
     *
     * @param open the last syllable may go on
     */
    static List<String> sounding(List<String> heard, boolean open, boolean anywhere) {
        String mark = anywhere ? "S:" : "s:";
        TreeSet<String> tokens = new TreeSet<>();
        int last = heard.size() - 1;
        if (last == 0) tokens.add(mark + heard.getFirst());
        for (int i = 0; i < last; i++) {
            boolean whole = i + 1 < last || !open;
            String next = heard.get(i + 1);
            tokens.add(mark + heard.get(i) + " " + (whole ? next : next.substring(0, 1)));
        }
        return List.copyOf(tokens);
    }

    static String first(String text, int count) {
        int have = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(count, have)));
    }

    private static String heard(List<String> read, int at) {
        return Readings.heard(read.get(at));
    }

    private static String letter(List<String> read, int at) {
        return read.get(at).substring(0, 1);
    }
}
