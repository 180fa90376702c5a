package org.oneseal.market.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.Round;
import org.oneseal.platform.region.RegionCode;

/** A draw on its public page and in the public list. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface DrawViews {

    @Mapping(target = ".", source = "project.terms")
    @Mapping(target = "id", source = "round.announced.draw")
    @Mapping(target = "projectId", source = "project.id")
    @Mapping(target = "state", source = "round")
    @Mapping(target = "buyer", source = "project.buyer.name")
    @Mapping(target = "minimum", source = "round.rule.minimum")
    @Mapping(target = "rule", source = "round.rule.ground")
    @Mapping(target = "announcement", source = "round.announced")
    @Mapping(target = "revealBy", source = "round")
    @Mapping(target = "institutions", source = "round.entries")
    @Mapping(target = "endedAt", source = "round.ending.at")
    DrawView draw(Project project, Round round);

    default ListedDrawView listed(Project project) {
        return listed(project, project.round());
    }

    @Mapping(target = "id", source = "round.announced.draw")
    @Mapping(target = "title", source = "project.terms.title")
    @Mapping(target = "serviceKind", source = "project.terms.serviceKind")
    @Mapping(target = "projectState", expression = "java(project.state().label())")
    @Mapping(target = "state", source = "round")
    @Mapping(target = "closesAt", source = "round.announced.closesAt")
    @Mapping(target = "valueAt", source = "round.announced.publishedAt")
    @Mapping(target = "trust", source = "round.announced.trust")
    ListedDrawView listed(Project project, Round round);

    default String state(Round round) {
        Round.Ending ending = round.ending();
        if (ending != null) return ending.reason().name();
        if (round.proof() != null) return "DRAWN";
        return round.sealedAt() == null ? "OPEN" : "SEALED";
    }

    /** Known once sign-up is sealed. */
    default @Nullable Instant revealBy(Round round) {
        return round.sealedAt() == null ? null : round.revealBy();
    }

    default String region(RegionCode region) {
        return region.value();
    }
}
