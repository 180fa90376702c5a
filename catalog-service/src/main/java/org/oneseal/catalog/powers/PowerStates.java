package org.oneseal.catalog.powers;

import java.time.LocalDate;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.events.PowerState;

/** A version of a power in the words of the published language. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface PowerStates {

    @Mapping(target = "powerCode", source = "power.code")
    @Mapping(target = "version", source = "version.number")
    @Mapping(target = "contentHash", source = "version.hash")
    @Mapping(target = "region", expression = "java(power.region().value())")
    @Mapping(target = "department", source = "power.department")
    @Mapping(target = "departmentName", source = "department.name")
    @Mapping(target = "basicCode", expression = "java(power.code().substring(19))")
    @Mapping(target = ".", source = "version.content")
    @Mapping(target = "name", source = "version.content.name")
    @Mapping(target = "status", expression = "java(power.status(day).name())")
    @Mapping(target = "suspensionReason", source = "power.standing.suspended")
    @Mapping(target = "cancellationReason", source = "power.standing.cancelled")
    @Mapping(target = "cancelledFrom", source = "power.standing.cancelledFrom")
    @Mapping(target = "effectiveFrom", source = "version.effectiveFrom")
    @Mapping(target = "publishedAt", source = "version.publishedAt")
    PowerState state(Power power, PowerVersion version, Department department, LocalDate day);
}
