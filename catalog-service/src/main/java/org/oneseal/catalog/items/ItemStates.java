package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.events.ItemState;
import org.oneseal.platform.worktime.TimeLimit;
import tools.jackson.databind.JsonNode;

/** An item version in the words of the published language. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface ItemStates {

    @Mapping(target = "itemCode", source = "item.code")
    @Mapping(target = "version", source = "version.number")
    @Mapping(target = "contentHash", source = "version.hash")
    @Mapping(target = "region", expression = "java(item.region().value())")
    @Mapping(target = "department", source = "item.department")
    @Mapping(target = "departmentName", source = "department.name")
    @Mapping(target = "departmentUscc", expression = "java(department.uscc().value())")
    @Mapping(target = "basicCode", expression = "java(item.code().substring(19))")
    @Mapping(target = ".", source = "version.content")
    @Mapping(target = "status", source = "item.standing.status")
    @Mapping(target = "statusReason", expression = "java(item.statusReason())")
    @Mapping(target = "suspensionReason", source = "item.standing.suspensionReason")
    @Mapping(target = "cancellationReason", source = "item.standing.cancellationReason")
    @Mapping(target = "cancelledFrom", source = "item.standing.cancelledFrom")
    @Mapping(target = "effectiveFrom", source = "version.effectiveFrom")
    @Mapping(target = "publishedAt", source = "version.publishedAt")
    @Mapping(target = "phase", expression = "java(item.phase(version).name())")
    @Mapping(target = "name", source = "version.content.name")
    ItemState state(Item item, ItemVersion version, Department department);

    default ItemState.@Nullable Limit limit(@Nullable TimeLimit limit) {
        return limit == null ? null : new ItemState.Limit(limit.amount(), limit.unit().name());
    }

    default @Nullable JsonNode json(@Nullable JsonNode json) {
        return json;
    }

    default String commitment(CommitmentClass commitment) {
        return commitment == CommitmentClass.NONE ? "" : commitment.name();
    }

    default String crossRegion(CrossRegion crossRegion) {
        return crossRegion == CrossRegion.NONE ? "" : crossRegion.name();
    }
}
