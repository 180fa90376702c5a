package org.oneseal.market.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.ProjectState;
import org.oneseal.market.projects.Round;
import org.oneseal.market.projects.SignUp;
import org.oneseal.market.projects.Terms;
import org.oneseal.market.web.ProjectView.ContractView;
import org.oneseal.market.web.ProjectView.ReasonView;
import org.oneseal.market.web.ProjectView.ResultView;
import org.oneseal.market.web.ProjectView.SelectedView;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.region.RegionCode;

/** A project as it is shown, and as it is submitted or returned. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ProjectViews {

    /** Whether the caller's institution has signed up is told to that institution alone. */
    default ProjectView project(Project project, @Nullable String party) {
        if (!project.isAnnounced()) return project(project, null, false);
        Round round = project.round();
        boolean signedUp = round.signUps().stream().anyMatch(s -> s.party().equals(party));
        return project(project, round.announced(), signedUp);
    }

    @Mapping(target = ".", source = "project.terms")
    @Mapping(target = "version", source = "project.chain.sequence")
    @Mapping(target = "state", expression = "java(project.state().label())")
    @Mapping(target = "buyer", source = "project.buyer.name")
    @Mapping(target = "draw", source = "announcement.draw")
    @Mapping(target = "closesAt", source = "announcement.closesAt")
    @Mapping(target = "selected", source = "project.state")
    @Mapping(target = "confirmBy", source = "project.state", qualifiedByName = "confirmBy")
    @Mapping(target = "contractBy", source = "project.state", qualifiedByName = "contractBy")
    @Mapping(target = "contract", source = "project.state")
    @Mapping(target = "result", source = "project.state")
    @Mapping(target = "ending", source = "project.state")
    @Mapping(target = "reasons", source = "project.state")
    ProjectView project(Project project, @Nullable DrawAnnouncement announcement, boolean signedUp);

    @Mapping(target = "title", qualifiedByName = "stripped")
    @Mapping(target = "itemCode", defaultValue = "")
    Terms terms(ProjectRequest request);

    List<ProjectState.Reason> reasons(List<ProjectActs.PublicationRequest.ReasonRequest> reasons);

    @Nullable SelectedView selected(@Nullable SignUp winner);

    ContractView contract(ProjectState.Contract contract);

    @Mapping(target = "deliveredAt", source = "at")
    ResultView result(ProjectState.Delivery delivery);

    ReasonView reason(ProjectState.Reason reason);

    default @Nullable SelectedView selected(ProjectState state) {
        return selected(state.selected());
    }

    @Named("confirmBy")
    default @Nullable LocalDate confirmBy(ProjectState state) {
        return state instanceof ProjectState.Drawn drawn ? drawn.confirmBy() : null;
    }

    @Named("contractBy")
    default @Nullable LocalDate contractBy(ProjectState state) {
        return state instanceof ProjectState.Confirmed confirmed ? confirmed.contractBy() : null;
    }

    default @Nullable ContractView contract(ProjectState state) {
        return switch (state) {
            case ProjectState.Commissioned commissioned -> contract(commissioned.contract());
            case ProjectState.Delivered delivered -> contract(delivered.contract());
            default -> null;
        };
    }

    default @Nullable ResultView result(ProjectState state) {
        return state instanceof ProjectState.Delivered delivered
                ? result(delivered.delivery())
                : null;
    }

    default Round.@Nullable Reason ending(ProjectState state) {
        return state instanceof ProjectState.Unsuccessful none ? none.reason() : null;
    }

    default List<ReasonView> reasons(ProjectState state) {
        return state instanceof ProjectState.Returned returned
                ? returned.reasons().stream().map(this::reason).toList()
                : List.of();
    }

    @Named("stripped")
    default String stripped(String text) {
        return text.strip();
    }

    default String digest(Digest digest) {
        return digest.toString();
    }

    default String region(RegionCode region) {
        return region.value();
    }
}
