package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.Convenience;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.platform.worktime.TimeLimit;

/** One line of a list of items; latest is 0 for a draft never published. */
record ItemSummaryView(
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
        ContentBody.@Nullable LimitBody legalLimit,
        ContentBody.@Nullable LimitBody promisedLimit,
        List<Convenience> conveniences,
        long version) {

    /** From what the search finds. */
    @Mapper(componentModel = ComponentModel.SPRING, implementationName = "<CLASS_NAME>ByMapStruct")
    interface Summaries {

        ItemSummaryView view(ItemSummary summary);

        default ContentBody.@Nullable LimitBody limit(@Nullable TimeLimit limit) {
            return limit == null ? null : new ContentBody.LimitBody(limit.amount(), limit.unit());
        }
    }
}
