package org.oneseal.catalog.web;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.platform.worktime.TimeLimit;

/** Between the content of a package and its body, which differ by shape only. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PackageContents {

    PackageContent content(PackageBody body);

    PackageBody body(PackageContent content);

    default @Nullable TimeLimit limit(ContentBody.@Nullable LimitBody body) {
        return body == null ? null : new TimeLimit(body.amount(), body.unit());
    }

    default ContentBody.@Nullable LimitBody limit(@Nullable TimeLimit limit) {
        return limit == null ? null : new ContentBody.LimitBody(limit.amount(), limit.unit());
    }
}
