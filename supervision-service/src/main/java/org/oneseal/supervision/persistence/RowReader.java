package org.oneseal.supervision.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Makes records of rows whose columns are their members, in their order; lists come as JSON. */
final class RowReader<R extends Record> implements RowMapper<R> {

    private final List<Column> columns;
    private final Constructor<R> constructor;

    /** How one member is read. */
    @FunctionalInterface
    private interface Column {
        @Nullable Object read(ResultSet result, int column) throws SQLException;
    }

    RowReader(JsonMapper mapper, Class<R> row) {
        RecordComponent[] members = row.getRecordComponents();
        this.columns = Stream.of(members).map(member -> column(mapper, member)).toList();
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
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) values[i] = columns.get(i).read(result, i + 1);
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + constructor, e);
        }
    }

    private static Column column(JsonMapper mapper, RecordComponent member) {
        Class<?> type = member.getType();
        if (type == boolean.class) return ResultSet::getBoolean;
        if (type == long.class) return ResultSet::getLong;
        if (type == int.class) return ResultSet::getInt;
        if (type == Integer.class) return (r, i) -> r.getObject(i, Integer.class);
        if (type == String.class) return ResultSet::getString;
        if (type == Instant.class) return RowReader::instant;
        if (type.isEnum()) return constants(type);
        if (type == List.class) return list(mapper, member);
        throw new IllegalStateException("no column is a " + type);
    }

    private static @Nullable Instant instant(ResultSet result, int column) throws SQLException {
        OffsetDateTime at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Column constants(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        for (Object one : type.getEnumConstants()) byName.put(((Enum<?>) one).name(), one);
        return (r, i) -> {
            String name = r.getString(i);
            return name == null
                    ? null
                    : Objects.requireNonNull(
                            byName.get(name), () -> name + " is no " + type.getSimpleName());
        };
    }

    private static Column list(JsonMapper mapper, RecordComponent member) {
        JavaType type = mapper.getTypeFactory().constructType(member.getGenericType());
        return (r, i) -> {
            String json = r.getString(i);
            return json == null
                    ? null
                    : json.equals("[]") ? List.of() : mapper.readValue(json, type);
        };
    }
}
