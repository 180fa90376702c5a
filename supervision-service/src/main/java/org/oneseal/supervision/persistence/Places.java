package org.oneseal.supervision.persistence;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/** The indexed columns of a place: the leading digits of every level down to its own. */
record Places(
        @Nullable String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String town,
        @Nullable String village) {

    static Places of(RegionCode region) {
        Map<RegionLevel, String> digits = new EnumMap<>(RegionLevel.class);
        for (RegionCode at : region.ancestors()) digits.put(at.level(), at.prefix());
        return new Places(
                digits.get(RegionLevel.PROVINCE),
                digits.get(RegionLevel.CITY),
                digits.get(RegionLevel.COUNTY),
                digits.get(RegionLevel.TOWN),
                digits.get(RegionLevel.VILLAGE));
    }
}
