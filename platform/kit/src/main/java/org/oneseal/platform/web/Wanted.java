package org.oneseal.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.util.ClassUtils;

/** What a value should have been, in the language of whoever is told that it is not. */
final class Wanted {

    /** The whole of what was sent. */
    static final MessageSourceResolvable BODY = said("body");

    private Wanted() {}

    static MessageSourceResolvable of(@Nullable Class<?> type) {
        if (type == null) return said("other");
        if (type.isEnum()) return said("choice", choices(type));
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == LocalDate.class) return said("day");
        if (boxed == YearMonth.class) return said("month");
        if (boxed == Instant.class || boxed == OffsetDateTime.class) return said("instant");
        if (boxed == Boolean.class) return said("boolean");
        return said(Number.class.isAssignableFrom(boxed) ? "number" : "other");
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    private static MessageSourceResolvable said(String what, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {"wanted." + what}, arguments, what);
    }
}
