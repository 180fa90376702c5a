package org.oneseal.platform.web;

import java.util.List;

/**
 * What part of a list is wanted: query parameters {@code limit} (1 to 200, default 50) and {@code
 * cursor}, an opaque text of the page before.
 *
 * @param keyset the sort keys of the last row of the page before, empty for the first page
 */
public record PageRequest(int limit, List<String> keyset) {

    public PageRequest {
        keyset = List.copyOf(keyset);
    }

    public boolean isFirst() {
        return keyset.isEmpty();
    }

    /** How many rows to read: one more than the page holds tells whether there is a next one. */
    public int fetch() {
        return limit + 1;
    }
}
