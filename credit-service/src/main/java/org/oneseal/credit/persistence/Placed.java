package org.oneseal.credit.persistence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** The columns that say where a row belongs. */
final class Placed {

    private Placed() {}

    static void in(RegionCode region, Map<String, @Nullable Object> columns) {
        columns.put("region", region.value());
        for (String level : List.of("province", "city", "county", "town", "village")) {
            columns.put(level, null);
        }
        for (RegionCode ancestor : region.ancestors()) {
            columns.put(ancestor.level().name().toLowerCase(Locale.ROOT), ancestor.prefix());
        }
    }

    static Scope.Predicate within(@Nullable RegionCode region) {
        return region == null || region.equals(RegionCode.NATION)
                ? new Scope.Everywhere().sql("")
                : new Scope.WithinRegion(region).sql("");
    }
}
