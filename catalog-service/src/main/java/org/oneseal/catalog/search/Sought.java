package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.oneseal.catalog.search.Needle.In;
import org.oneseal.catalog.search.Needle.Via;
import org.oneseal.catalog.words.Folded;
import org.oneseal.catalog.words.Grams;
import org.oneseal.catalog.words.Readings;

/**
 * What someone looks for, cut into words, and what an entry must show to fit into each tier.
 *
 * @param key all that was typed, folded
 * @param segments its words, fillers left out
 * @param tiers the clauses that all must hold, a tier; a tier without clauses has no hits
 * @param pairs pairs of characters of which a part must be in a name, for the last tier
 */
public record Sought(
        String key, List<Segment> segments, Map<Tier, List<Clause>> tiers, List<String> pairs) {

    private static final int MOST_SEGMENTS = 8;

    /** The words that were typed, folded. */
    static List<String> words(String text) {
        return Stream.of(text.split("[\\s\\p{Punct}\\p{IsPunctuation}]+"))
                .map(Folded::key)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_SEGMENTS)
                .toList();
    }

    static Sought of(
            List<String> words,
            Map<String, ? extends Collection<String>> synonyms,
            Set<String> fillers,
            Readings readings) {
        String key = String.join("", words);
        List<Segment> segments = segments(words, synonyms, fillers);
        EnumMap<Tier, List<Clause>> tiers = new EnumMap<>(Tier.class);
        tiers.put(Tier.EXACT, List.of(whole(key, readings)));
        tiers.put(Tier.PREFIX, List.of(beginning(key, readings)));
        tiers.put(
                Tier.NAME, segments.stream().map(s -> clause(s, false, false, readings)).toList());
        boolean same = segments.stream().anyMatch(s -> !s.synonyms().isEmpty());
        tiers.put(
                Tier.SYNONYM,
                same
                        ? segments.stream().map(s -> clause(s, false, true, readings)).toList()
                        : List.of());
        tiers.put(
                Tier.ANYWHERE,
                segments.stream().map(s -> clause(s, true, true, readings)).toList());
        tiers.put(Tier.SOUND, sounds(segments, readings));
        return new Sought(key, segments, tiers, pairs(segments));
    }

    private static List<Segment> segments(
            List<String> words,
            Map<String, ? extends Collection<String>> synonyms,
            Set<String> fillers) {
        List<Segment> cut =
                words.stream().flatMap(w -> Segment.cut(w, synonyms, fillers).stream()).toList();
        List<Segment> telling = cut.stream().filter(s -> s.text().length() > 1).toList();
        if (telling.isEmpty()) telling = cut;
        if (telling.isEmpty()) {
            telling = words.stream().map(w -> new Segment(w, Set.of())).toList();
        }
        return telling.stream().distinct().limit(MOST_SEGMENTS).toList();
    }

    private static Clause whole(String key, Readings readings) {
        List<Needle> ways = new ArrayList<>();
        String end = IndexedText.END;
        ways.add(new Needle(In.NAMES, end + key + end, Via.TEXT, key));
        if (new Segment(key, Set.of()).letters()) {
            ways.add(new Needle(In.INITIALS, end + key + end, Via.INITIALS, key));
            for (List<String> cut : readings.cuts(key)) {
                String heard = IndexedText.heard(cut);
                ways.add(new Needle(In.SOUNDS, end + heard + end, Via.PINYIN, key));
            }
        }
        return new Clause(ways);
    }

    private static Clause beginning(String key, Readings readings) {
        List<Needle> ways = new ArrayList<>();
        String end = IndexedText.END;
        ways.add(new Needle(In.NAMES, end + key, Via.TEXT, key));
        if (new Segment(key, Set.of()).letters() && key.length() > 1) {
            ways.add(new Needle(In.INITIALS, end + key, Via.INITIALS, key));
            for (List<String> cut : readings.cuts(key)) {
                ways.add(new Needle(In.SOUNDS, end + needle(heard(cut)), Via.PINYIN, key));
            }
        }
        return new Clause(ways);
    }

    private static Clause clause(
            Segment segment, boolean anywhere, boolean synonyms, Readings readings) {
        List<Needle> ways = new ArrayList<>();
        String text = segment.text();
        ways.add(Needle.text(text, anywhere, Via.TEXT));
        if (synonyms) {
            segment.synonyms().forEach(s -> ways.add(Needle.text(s, anywhere, Via.SYNONYM)));
        }
        if (segment.letters() && text.length() > 1) {
            ways.add(
                    new Needle(anywhere ? In.ALL_INITIALS : In.INITIALS, text, Via.INITIALS, text));
            for (List<String> cut : readings.cuts(text)) {
                ways.add(sounding(heard(cut), true, anywhere, Via.PINYIN, text));
            }
        }
        return new Clause(ways);
    }

    /** Characters that sound the same; single ones sound like too many. */
    private static List<Clause> sounds(List<Segment> segments, Readings readings) {
        if (segments.stream().noneMatch(s -> s.chinese() && s.text().length() > 1)) {
            return List.of();
        }
        List<Clause> clauses = new ArrayList<>();
        for (Segment segment : segments) {
            Clause seen = clause(segment, true, true, readings);
            if (segment.chinese() && segment.text().length() > 1) {
                List<Needle> ways = new ArrayList<>(seen.anyOf());
                ways.add(
                        sounding(
                                heard(readings.syllables(segment.text())),
                                false,
                                true,
                                Via.SOUND,
                                segment.text()));
                clauses.add(new Clause(ways));
            } else {
                clauses.add(seen);
            }
        }
        return clauses;
    }

    private static Needle sounding(
            List<String> heard, boolean open, boolean anywhere, Via via, String term) {
        boolean goesOn = open && heard.size() > 1;
        return new Needle(
                anywhere ? In.ALL_SOUNDS : In.SOUNDS,
                goesOn ? needle(heard) : needle(heard) + " ",
                via,
                term);
    }

    private static List<String> heard(List<String> syllables) {
        return syllables.stream().map(Readings::heard).toList();
    }

    private static String needle(List<String> heard) {
        return " " + String.join(" ", heard);
    }

    private static List<String> pairs(List<Segment> segments) {
        Set<String> pairs = new LinkedHashSet<>();
        for (Segment segment : segments) {
            if (!segment.letters()) pairs.addAll(Grams.ofLength(segment.text(), 2));
        }
        return pairs.size() < 2 ? List.of() : pairs.stream().limit(30).toList();
    }
}
