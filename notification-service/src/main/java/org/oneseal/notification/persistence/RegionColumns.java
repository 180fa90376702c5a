package org.oneseal.notification.persistence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** The columns a scope is compiled over: the prefix of each level, null below the region's own. */
final class RegionColumns {

    private RegionColumns() {}

    static void put(Map<String, @Nullable Object> columns, RegionCode region) {
        columns.put("region", region.value());
        for (String level : List.of("province", "city", "county", "town", "village")) {
            columns.put(level, null);
        }
        for (RegionCode ancestor : region.ancestors()) {
            columns.put(ancestor.level().name().toLowerCase(Locale.ROOT), ancestor.prefix());
        }
    }
}
