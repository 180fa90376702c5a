package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * One line of a list of items.
 *
 * @param latest number of the last published version, 0 before the first
 */
public record ItemSummary(
        String code,
        String name,
        String itemType,
        CaseKind caseKind,
        List<ServiceObject> serviceObjects,
        String region,
        String department,
        ItemStatus status,
        int latest,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate cancelledFrom,
        @Nullable TimeLimit legalLimit,
        @Nullable TimeLimit promisedLimit,
        List<Convenience> conveniences,
        long version) {}
