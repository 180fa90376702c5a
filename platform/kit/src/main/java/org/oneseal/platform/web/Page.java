package org.oneseal.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list.
 *
 * @param next cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from rows that were read with {@link PageRequest#fetch()} as limit.
     *
     * @param keyset the sort keys of a row, in the order of the query
     */
    public static <R> Page<R> of(
            List<R> rows, PageRequest request, Function<R, List<String>> keyset) {
        if (rows.size() <= request.limit()) return new Page<>(rows, null);
        List<R> items = rows.subList(0, request.limit());
        return new Page<>(items, encode(keyset.apply(items.getLast())));
    }

    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), next);
    }

    /** The opaque cursor of sort keys. */
    public static String encode(List<String> keyset) {
        String joined = String.join("\u001f", keyset);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The sort keys of a cursor.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static List<String> decode(String cursor) {
        String keyset = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (keyset.indexOf('\0') >= 0) throw new IllegalArgumentException("no text holds this");
        return List.of(keyset.split("\u001f", -1));
    }
}
