package org.oneseal.supervision.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as the text that {@code COPY} reads: a line a record, its members in their order. Lists
 * are written as JSON.
 */
final class CopyText {

    private static final Map<Class<?>, Method[]> MEMBERS = new ConcurrentHashMap<>();

    private final JsonMapper mapper;
    private final StringBuilder text = new StringBuilder();

    CopyText(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void add(Record row) {
        boolean first = true;
        for (Method member : MEMBERS.computeIfAbsent(row.getClass(), CopyText::members)) {
            if (!first) text.append('\t');
            first = false;
            append(value(row, member));
        }
        text.append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Collection<?> list -> escaped(mapper.writeValueAsString(list));
            case Enum<?> one -> text.append(one.name());
            default -> escaped(value.toString());
        }
    }

    private void escaped(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    private static Method[] members(Class<?> row) {
        return Stream.of(row.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toArray(Method[]::new);
    }

    private static @Nullable Object value(Record row, Method member) {
        try {
            return member.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("can't read " + member, e);
        }
    }
}
