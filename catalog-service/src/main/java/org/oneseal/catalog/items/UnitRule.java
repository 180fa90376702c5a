package org.oneseal.catalog.items;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;
import org.oneseal.platform.worktime.UnitTable;

/**
 * The table by which limits in different units are compared (时限换算规则).
 *
 * @param ground what lays it down, null where nobody knows it
 */
public record UnitRule(
        @Nullable String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String ground,
        UnitTable units)
        implements Regional {}
