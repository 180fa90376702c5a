package org.oneseal.platform.web;

import java.util.Arrays;
import java.util.List;
import org.oneseal.platform.objection.Objection;
import org.springframework.http.HttpStatus;

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

    /**
     * This request, once its cursor is known to be one of a list sorted by these keys; every other
     * cursor is answered with 400. Every list says so before it reads the keyset.
     */
    public PageRequest sortedBy(SortKey... keys) {
        if (isFirst()) return this;
        boolean ours = keyset.size() == keys.length;
        for (int i = 0; ours && i < keys.length; i++) ours = keys[i].reads(keyset.get(i));
        if (ours) return this;
        throw new BadArgument(
                HttpStatus.BAD_REQUEST, "bad-request", Objection.of("cursor-invalid"));
    }

    /** The key of the last row in a list sorted by one text; empty for the first page. */
    public String text() {
        return isFirst() ? "" : sortedBy(SortKey.TEXT).keyset.getFirst();
    }

    /** The keyset of a list sorted by whole numbers only; empty for the first page. */
    public List<Long> numbers(int count) {
        SortKey[] keys = new SortKey[count];
        Arrays.fill(keys, SortKey.NUMBER);
        return sortedBy(keys).keyset.stream().map(Long::parseLong).toList();
    }
}
