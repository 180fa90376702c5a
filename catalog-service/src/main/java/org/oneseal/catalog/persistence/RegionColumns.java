package org.oneseal.catalog.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/** The level columns of a row: significant digits down to its own level, null below. */
final class RegionColumns {

    private RegionColumns() {}

    static Map<String, @Nullable Object> of(RegionCode region) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (RegionLevel level : RegionLevel.values()) {
            if (level == RegionLevel.NATION) continue;
            columns.put(level.name().toLowerCase(java.util.Locale.ROOT), null);
        }
        for (RegionCode at : region.ancestors()) {
            if (at.level() == RegionLevel.NATION) continue;
            columns.put(at.level().name().toLowerCase(java.util.Locale.ROOT), at.prefix());
        }
        return columns;
    }
}
