package org.oneseal.supervision.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes records of rows whose columns are their members, in their order; lists come as JSON. */
final class RowReader<R extends Record> implements RowMapper<R> {

    private final JsonMapper mapper;
    private final RecordComponent[] members;
    private final Constructor<R> constructor;

    RowReader(JsonMapper mapper, Class<R> row) {
        this.mapper = mapper;
        this.members = row.getRecordComponents();
        try {
            this.constructor =
                    row.getDeclaredConstructor(
                            Stream.of(members)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor: " + row, e);
        }
    }

    @Override
    public R mapRow(ResultSet result, int number) throws SQLException {
        @Nullable Object[] values = new Object[members.length];
        for (int i = 0; i < values.length; i++) values[i] = value(result, i + 1, members[i]);
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + constructor, e);
        }
    }

    private @Nullable Object value(ResultSet result, int column, RecordComponent member)
            throws SQLException {
        Class<?> type = member.getType();
        if (type == boolean.class) return result.getBoolean(column);
        if (type == long.class) return result.getLong(column);
        if (type == int.class) return result.getInt(column);
        if (type == Integer.class) return result.getObject(column, Integer.class);
        if (type == Instant.class) {
            OffsetDateTime at = result.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        String text = result.getString(column);
        if (text == null || type == String.class) return text;
        if (type.isEnum()) return constant(type, text);
        if (type == List.class) {
            return mapper.readValue(
                    text, mapper.getTypeFactory().constructType(member.getGenericType()));
        }
        throw new IllegalStateException("no column is a " + type);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object one : type.getEnumConstants()) {
            if (((Enum<?>) one).name().equals(name)) return one;
        }
        throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
    }
}
