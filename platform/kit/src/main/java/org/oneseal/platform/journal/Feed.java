package org.oneseal.platform.journal;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/**
 * A page of something that keeps growing.
 *
 * @param next cursor of the next page, null when nothing more is there yet
 * @param cursor where to go on later: after the last item, or where this page began
 */
record Feed<T>(List<T> items, @Nullable String next, @Nullable String cursor) {

    static <R> Feed<R> of(List<R> rows, PageRequest page, Function<R, List<String>> keyset) {
        Page<R> items = Page.of(rows, page, keyset);
        String cursor =
                items.items().isEmpty()
                        ? (page.isFirst() ? null : Page.encode(page.keyset()))
                        : Page.encode(keyset.apply(items.items().getLast()));
        return new Feed<>(items.items(), items.next(), cursor);
    }

    <V> Feed<V> map(Function<? super T, ? extends V> view) {
        return new Feed<>(items.stream().<V>map(view).toList(), next, cursor);
    }
}
