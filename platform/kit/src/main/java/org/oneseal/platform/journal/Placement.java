package org.oneseal.platform.journal;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * Where something happened and whose it is: what decides who may read the event.
 *
 * @param region twelve digits
 * @param department code of the department in charge, null where none is
 * @param party opaque id of the party concerned, null where none is
 */
public record Placement(String region, @Nullable String department, @Nullable String party) {

    public static Placement of(String region, @Nullable String department) {
        return new Placement(region, department, null);
    }

    public static Placement of(RegionCode region, @Nullable String department) {
        return of(region.value(), department);
    }

    public Placement concerning(@Nullable String concerned) {
        return new Placement(region, department, concerned);
    }
}
