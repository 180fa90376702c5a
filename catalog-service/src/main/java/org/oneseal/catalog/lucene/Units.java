package org.oneseal.catalog.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The units of texts as terms: each for itself, and at the same place with the one after it. Pairs
 * are rare where single characters are not, and a phrase of pairs never reaches into the next text.
 */
final class Units extends TokenStream {

    private static final char BETWEEN = ' ';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<List<String>> texts;
    private int text;
    private int unit;
    private boolean paired;

    Units(List<List<String>> texts) {
        this.texts = texts;
    }

    static String pair(String one, String next) {
        return one + BETWEEN + next;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (text < texts.size() && unit == texts.get(text).size()) {
            text++;
            unit = 0;
        }
        if (text == texts.size()) return false;
        List<String> units = texts.get(text);
        if (paired) {
            term.append(units.get(unit)).append(BETWEEN).append(units.get(unit + 1));
            step.setPositionIncrement(0);
            unit++;
            paired = false;
        } else {
            term.append(units.get(unit));
            paired = unit + 1 < units.size();
            if (!paired) unit++;
        }
        return true;
    }

    @Override
    public void reset() {
        text = 0;
        unit = 0;
        paired = false;
    }
}
