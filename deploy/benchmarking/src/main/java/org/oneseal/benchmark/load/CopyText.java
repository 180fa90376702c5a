package org.oneseal.benchmark.load;

import java.util.List;

/** Rows in the text format of COPY. */
final class CopyText {

    /** Stands for NULL; no text of a case is this. */
    static final String NULL = "\u0000";

    private final StringBuilder text = new StringBuilder(1 << 20);

    void add(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) text.append('\t');
            add(values.get(i));
        }
        text.append('\n');
    }

    private void add(String value) {
        if (value.equals(NULL)) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
