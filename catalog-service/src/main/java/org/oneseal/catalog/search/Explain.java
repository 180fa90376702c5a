package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.search.Hit.Why;
import org.oneseal.catalog.search.Needle.Via;
import org.oneseal.catalog.search.SearchEntry.Field;
import org.oneseal.catalog.search.SearchEntry.Other;
import org.oneseal.catalog.words.Folded;
import org.oneseal.catalog.words.Readings;

/** Says where in an entry each word was seen, for marking it and for trusting the search. */
final class Explain {

    private static final int AROUND = 20;

    private final Readings readings;

    Explain(Readings readings) {
        this.readings = readings;
    }

    Hit explain(FullText.Found found, Sought sought) {
        List<Text> texts = texts(found.entry());
        List<Why> why = new ArrayList<>();
        if (found.tier() == Tier.PARTIAL) {
            for (String pair : sought.pairs()) {
                Needle part = Needle.text(pair, false, Via.PART);
                place(part, texts).ifPresent(why::add);
            }
        } else {
            for (Clause clause : sought.tiers().getOrDefault(found.tier(), List.of())) {
                clause.anyOf().stream()
                        .flatMap(needle -> place(needle, texts).stream())
                        .findFirst()
                        .ifPresent(why::add);
            }
        }
        return new Hit(found, why);
    }

    /** A text of the entry, folded and read once it is asked for: many words look at each. */
    private final class Text {

        private final Field field;
        private final String text;
        private @Nullable Folded folded;
        private @Nullable String key;
        private @Nullable String heard;
        private @Nullable String initials;

        Text(Field field, String text) {
            this.field = field;
            this.text = text;
        }

        Folded folded() {
            if (folded == null) folded = Folded.of(text);
            return folded;
        }

        String key() {
            if (key == null) key = IndexedText.END + folded().key() + IndexedText.END;
            return key;
        }

        String heard() {
            if (heard == null) {
                heard =
                        IndexedText.END
                                + IndexedText.heard(readings.syllables(folded().key()))
                                + IndexedText.END;
            }
            return heard;
        }

        String initials() {
            if (initials == null) {
                initials =
                        IndexedText.END
                                + Readings.initials(readings.syllables(folded().key()))
                                + IndexedText.END;
            }
            return initials;
        }
    }

    private List<Text> texts(SearchEntry entry) {
        List<Text> texts = new ArrayList<>();
        texts.add(new Text(Field.NAME, entry.title()));
        for (String alias : entry.aliases()) texts.add(new Text(Field.ALIAS, alias));
        for (Field field : IndexedText.inOrder()) {
            for (Other other : entry.others()) {
                if (other.field() == field) texts.add(new Text(field, other.text()));
            }
        }
        return texts;
    }

    private Optional<Why> place(Needle needle, List<Text> texts) {
        for (Text text : texts) {
            boolean name = text.field == Field.NAME || text.field == Field.ALIAS;
            boolean here =
                    switch (needle.in()) {
                        case NAMES, SOUNDS, INITIALS -> name;
                        case WORDS -> true;
                        case ALL_SOUNDS, ALL_INITIALS -> text.field.read();
                    };
            if (!here) continue;
            Optional<Why> seen = place(needle, text);
            if (seen.isPresent()) return seen;
        }
        return Optional.empty();
    }

    private Optional<Why> place(Needle needle, Text text) {
        if (text.folded().key().isEmpty()) return Optional.empty();
        String key =
                switch (needle.in()) {
                    case NAMES, WORDS -> text.key();
                    case INITIALS, ALL_INITIALS -> text.initials();
                    case SOUNDS, ALL_SOUNDS -> text.heard();
                };
        int at = key.indexOf(needle.text());
        if (at < 0) return Optional.empty();
        return switch (needle.in()) {
            case NAMES, WORDS, INITIALS, ALL_INITIALS ->
                    mark(needle, text, at - 1, at - 1 + needle.text().length());
            case SOUNDS, ALL_SOUNDS -> {
                int from = syllablesBefore(key, at);
                int count = needle.text().strip().split(" ").length;
                yield mark(needle, text, from, from + count);
            }
        };
    }

    private static int syllablesBefore(String key, int at) {
        int end = key.charAt(at) == '\n' ? at + 1 : at;
        return (int) key.substring(0, end).chars().filter(c -> c == ' ').count();
    }

    /** Back to the text as it was written; line ends around a key are no characters of it. */
    private static Optional<Why> mark(Needle needle, Text of, int from, int to) {
        Folded folded = of.folded();
        String text = of.text;
        int first = folded.origins()[Math.clamp(from, 0, folded.key().length() - 1)];
        int end = Math.min(to, folded.key().length());
        int last = folded.origins()[Math.clamp(end - 1, 0, folded.key().length() - 1)];
        int after = last + Character.charCount(text.codePointAt(last));
        int cutFrom = Math.max(0, first - AROUND);
        int cutTo = Math.min(text.length(), after + AROUND);
        if (cutFrom > 0 && Character.isLowSurrogate(text.charAt(cutFrom))) cutFrom--;
        if (cutTo < text.length() && Character.isLowSurrogate(text.charAt(cutTo))) {
            cutTo++;
        }
        return Optional.of(
                new Why(
                        of.field,
                        text.substring(cutFrom, cutTo),
                        first - cutFrom,
                        after - cutFrom,
                        needle.term(),
                        needle.via()));
    }
}
