package org.oneseal.cases.papers;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines: between any two Chinese letters, between words of other scripts, and
 * never so that a line begins with a closing mark or ends with an opening one (避头尾).
 */
final class Lines {

    private static final String CLOSING = "，。、；：？！）〕】》”’％,.;:?!)]%";
    private static final String OPENING = "（〔【《“‘([";
    private static final int GETA = '〓';

    private final Typeface typeface;

    Lines(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * @param measure how many ems a line holds
     * @param indent ems that the first line begins later
     */
    List<String> of(String text, double measure, double indent) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        double used = indent;
        for (String word : words(text)) {
            double width = width(word);
            boolean closes = CLOSING.contains(word);
            if (used + width > measure && !line.isEmpty() && !closes) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            for (int letter : word.codePoints().toArray()) {
                double wide = typeface.width(letter);
                if (used + wide > measure && !line.isEmpty() && !closes) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.appendCodePoint(letter);
                used += wide;
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line.toString());
        return lines;
    }

    /** Single letters of Chinese, runs of everything else; what cannot be set is replaced. */
    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean open = false;
        for (int raw : text.strip().codePoints().toArray()) {
            int letter = Character.isWhitespace(raw) ? ' ' : typeface.has(raw) ? raw : GETA;
            boolean opens = OPENING.indexOf(letter) >= 0;
            boolean joins = letter > ' ' && letter < 0x2E80 && CLOSING.indexOf(letter) < 0;
            if (!open && (opens || !joins) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(letter);
            open = opens;
            if (opens || joins) continue;
            words.add(word.toString());
            word.setLength(0);
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }

    private double width(String word) {
        return word.codePoints().mapToDouble(typeface::width).sum();
    }
}
