package org.oneseal.cases.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/** How values become columns and come back. */
final class Columns {

    private Columns() {}

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** The level columns of a region: the prefix digits of each level, null below its own. */
    static Map<String, @Nullable String> levels(RegionCode region) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        for (String level : new String[] {"province", "city", "county", "town", "village"}) {
            columns.put(level, null);
        }
        for (RegionCode ancestor : region.ancestors()) {
            columns.put(column(ancestor.level()), ancestor.prefix());
        }
        if (columns.get("province") == null) columns.put("province", "");
        return columns;
    }

    /** The region and those above it by their codes, from the nation down to itself. */
    static String[] line(RegionCode region) {
        return Stream.concat(Stream.of(RegionCode.NATION), region.ancestors().stream())
                .distinct()
                .map(RegionCode::value)
                .toArray(String[]::new);
    }

    static String column(RegionLevel level) {
        return switch (level) {
            case NATION, PROVINCE -> "province";
            case CITY -> "city";
            case COUNTY -> "county";
            case TOWN -> "town";
            case VILLAGE -> "village";
        };
    }
}
