package org.oneseal.catalog.web;

import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.catalog.powers.PowerContent;

/** Between the content of a power and its body, which differ by shape only. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PowerContents {

    PowerContent content(PowerBody body);

    PowerBody body(PowerContent content);
}
