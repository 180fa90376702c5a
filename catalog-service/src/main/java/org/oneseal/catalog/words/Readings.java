package org.oneseal.catalog.words;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How Chinese is read aloud (拼音). A character with several readings is read as in the longest known
 * word it stands in (重庆 is chong); what the dictionary gets wrong is put right by a list of words.
 */
public final class Readings {

    private static final int MOST_CUTS = 4;

    private final Map<String, List<String>> corrections;
    private final Set<String> syllables;

    /**
     * Readings with corrections.
     *
     * @param corrections a word and the syllable of each of its characters
     */
    public Readings(Map<String, List<String>> corrections) {
        this.corrections = Map.copyOf(corrections);
        this.syllables =
                Arrays.stream(Pinyin.values())
                        .map(Pinyin::getPinyinWithoutTone)
                        .filter(s -> s.matches("[a-z]*[aeiouv][a-z]*"))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** One syllable a character of the key; what is no Chinese character stands for itself. */
    public List<String> syllables(String key) {
        List<String> read = new ArrayList<>(key.length());
        if (key.isEmpty()) return read;
        List<Pinyin> known = HanLP.convertToPinyinList(key);
        for (int i = 0; i < key.length(); i++) {
            Pinyin at = i < known.size() ? known.get(i) : Pinyin.none5;
            read.add(
                    at == Pinyin.none5 ? String.valueOf(key.charAt(i)) : at.getPinyinWithoutTone());
        }
        corrections.forEach(
                (word, right) -> {
                    for (int at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
                        for (int i = 0; i < right.size(); i++) read.set(at + i, right.get(i));
                    }
                });
        return read;
    }

    /** The first letter of each syllable (拼音首字母). */
    public static String initials(List<String> syllables) {
        return syllables.stream().map(s -> s.substring(0, 1)).collect(Collectors.joining());
    }

    /** As people of the south hear it: zh and z, ch and c, sh and s, ng and n are one. */
    public static String heard(String syllable) {
        String heard = syllable;
        if (heard.startsWith("zh") || heard.startsWith("ch") || heard.startsWith("sh")) {
            heard = heard.charAt(0) + heard.substring(2);
        }
        if (heard.length() > 2 && heard.endsWith("ng")) {
            heard = heard.substring(0, heard.length() - 1);
        }
        return heard.replace('v', 'u');
    }

    /**
     * The ways to cut letters into syllables, likeliest first; the last one may be begun only.
     * Empty where the letters are no Chinese.
     */
    public List<List<String>> cuts(String letters) {
        List<List<String>> found = new ArrayList<>();
        cut(letters, 0, new boolean[letters.length() + 1], new ArrayList<>(), found);
        return found;
    }

    /** Marks where nothing can be cut, so that no way is tried twice. */
    private void cut(
            String letters,
            int from,
            boolean[] dead,
            List<String> before,
            List<List<String>> found) {
        if (found.size() == MOST_CUTS || dead[from]) return;
        if (from == letters.length()) {
            found.add(List.copyOf(before));
            return;
        }
        int had = found.size();
        for (int to = Math.min(letters.length(), from + 6); to > from; to--) {
            String next = letters.substring(from, to);
            boolean whole = syllables.contains(next);
            boolean begun = !whole && to == letters.length() && from > 0 && begins(next);
            if (!whole && !begun) continue;
            before.add(next);
            cut(letters, to, dead, before, found);
            before.removeLast();
        }
        if (found.size() == had) dead[from] = true;
    }

    private boolean begins(String letters) {
        return syllables.stream().anyMatch(s -> s.startsWith(letters));
    }
}
