package org.oneseal.catalog.web;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.platform.worktime.TimeLimit;
import tools.jackson.databind.JsonNode;

/** Between the content of an item and its body, which differ by shape only. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface Contents {

    ItemContent content(ContentBody body);

    ContentBody body(ItemContent content);

    default @Nullable JsonNode json(@Nullable JsonNode json) {
        return json;
    }

    default @Nullable TimeLimit limit(ContentBody.@Nullable LimitBody body) {
        return body == null ? null : new TimeLimit(body.amount(), body.unit());
    }

    default ContentBody.@Nullable LimitBody limit(@Nullable TimeLimit limit) {
        return limit == null ? null : new ContentBody.LimitBody(limit.amount(), limit.unit());
    }
}
