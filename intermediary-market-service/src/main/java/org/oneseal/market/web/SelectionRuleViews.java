package org.oneseal.market.web;

import java.time.Duration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.market.projects.SelectionRules;
import org.oneseal.market.projects.SetSelectionRule;
import org.oneseal.platform.region.RegionCode;

/** A rule of selection as it stands, and as it is to be set. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SelectionRuleViews {

    @Mapping(target = ".", source = "entry.set")
    @Mapping(target = ".", source = "entry.set.rule")
    @Mapping(target = "effectiveTo", source = "entry.lastDay")
    @Mapping(
            target = "extensionHours",
            source = "entry.set.rule.extension",
            qualifiedByName = "hours")
    @Mapping(
            target = "signUpMinutes",
            source = "entry.set.rule.signUp",
            qualifiedByName = "minutes")
    @Mapping(
            target = "signUpDays",
            source = "entry.set.rule.longestSignUp",
            qualifiedByName = "days")
    @Mapping(
            target = "valueMinutes",
            source = "entry.set.rule.valueAfter",
            qualifiedByName = "minutes")
    @Mapping(
            target = "revealMinutes",
            source = "entry.set.rule.revealWithin",
            qualifiedByName = "minutes")
    SelectionRuleView rule(SelectionRules.Entry entry, boolean governs);

    @Mapping(target = "region", source = "of")
    @Mapping(target = "ground", source = "request.ground", qualifiedByName = "stripped")
    SetSelectionRule.Wanted wanted(SelectionRuleRequest request, RegionCode of);

    @Named("days")
    default long days(Duration duration) {
        return duration.toDays();
    }

    @Named("hours")
    default long hours(Duration duration) {
        return duration.toHours();
    }

    @Named("minutes")
    default long minutes(Duration duration) {
        return duration.toMinutes();
    }

    @Named("stripped")
    default String stripped(String text) {
        return text.strip();
    }

    default String region(RegionCode region) {
        return region.value();
    }
}
