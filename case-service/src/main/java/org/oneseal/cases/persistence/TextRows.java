package org.oneseal.cases.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows turned into one text array a column; the statement casts them. */
final class TextRows {
    private final List<List<@Nullable String>> columns = new ArrayList<>();

    TextRows(int width) {
        for (int i = 0; i < width; i++) columns.add(new ArrayList<>());
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            columns.get(i).add(value == null ? null : value.toString());
        }
    }

    boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    Arrays columns() {
        return new Arrays(columns.stream().<Object>map(c -> c.toArray(new String[0])).toList());
    }

    /** An array a column. */
    record Arrays(List<Object> arrays) {}
}
