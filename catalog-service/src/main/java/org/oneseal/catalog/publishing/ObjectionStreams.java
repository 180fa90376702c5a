package org.oneseal.catalog.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oneseal.platform.objection.Objection;

/** How the checks put their objections together. */
final class ObjectionStreams {

    private ObjectionStreams() {}

    static Stream<Objection> when(boolean wrong, Supplier<Objection> objection) {
        return wrong ? Stream.of(objection.get()) : Stream.empty();
    }

    static Stream<Objection> each(String pointer, int size, IntFunction<Stream<Objection>> check) {
        return IntStream.range(0, size)
                .boxed()
                .flatMap(i -> check.apply(i).map(o -> o.at(pointer + "/" + i)));
    }

    static Stream<Objection> repeated(String pointer, List<String> codes) {
        Set<String> seen = new HashSet<>();
        return each(
                pointer,
                codes.size(),
                i ->
                        when(
                                !seen.add(codes.get(i)),
                                () -> Objection.of("code-repeated", codes.get(i))));
    }
}
