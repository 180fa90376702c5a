package org.oneseal.platform.web;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
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
     * The keyset as whole numbers, for lists sorted by them; empty for the first page. A cursor of
     * another list is answered with 400.
     */
    public List<Long> numbers(int count) {
        if (isFirst()) return List.of();
        try {
            List<Long> numbers = keyset.stream().map(Long::parseLong).toList();
            if (numbers.size() == count && numbers.stream().allMatch(n -> n >= 0)) return numbers;
        } catch (NumberFormatException e) {
            // told below, like every other cursor that is not this list's
        }
        throw new BadArgument(
                HttpStatus.BAD_REQUEST, "bad-request", Objection.of("cursor-invalid"));
    }

    /**
     * The keyset as the list's own reader understands it, for the pages after the first. A cursor
     * that it can't read is answered with 400.
     */
    public <T> T read(Function<List<String>, T> reader) {
        try {
            return reader.apply(keyset);
        } catch (DateTimeException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BadArgument(
                    HttpStatus.BAD_REQUEST, "bad-request", Objection.of("cursor-invalid"));
        }
    }
}
