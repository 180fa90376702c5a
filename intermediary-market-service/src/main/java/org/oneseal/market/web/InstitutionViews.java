package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.market.admission.Application;
import org.oneseal.market.admission.Institution;
import org.oneseal.market.admission.InstitutionState;
import org.oneseal.market.admission.Practitioner;
import org.oneseal.market.admission.Qualification;
import org.oneseal.platform.region.RegionCode;

/** An institution with its papers, in the directory, and as it applies. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface InstitutionViews {

    @Mapping(target = ".", source = "application")
    @Mapping(target = "version", source = "chain.sequence")
    @Mapping(target = "state", expression = "java(institution.state().label())")
    @Mapping(target = "checkDue", source = "checkDue.lastDay")
    @Mapping(target = "provisional", source = "checkDue.provisional")
    @Mapping(target = "rule", source = "rule.id")
    @Mapping(target = "checkedAt", source = "state", qualifiedByName = "checkedAt")
    @Mapping(target = "inTime", source = "institution")
    @Mapping(target = "reasons", source = "state")
    InstitutionView institution(Institution institution);

    /** Only what holds today. */
    default ListedInstitutionView listed(Institution institution, LocalDate today) {
        List<Qualification> held =
                institution.application().qualifications().stream()
                        .filter(q -> q.holdsOn(today))
                        .toList();
        return listed(institution, institution.servicesOn(today), held);
    }

    @Mapping(target = "name", source = "institution.application.name")
    @Mapping(target = "uscc", source = "institution.application.uscc")
    @Mapping(target = "services", source = "services")
    @Mapping(target = "qualifications", source = "held")
    @Mapping(target = "practitioners", source = "institution.application.practitioners")
    @Mapping(target = "admittedAt", source = "institution.state", qualifiedByName = "admittedAt")
    ListedInstitutionView listed(
            Institution institution, List<String> services, List<Qualification> held);

    @Mapping(target = "name", qualifiedByName = "stripped")
    Application application(InstitutionRequest request);

    List<InstitutionState.Reason> reasons(List<FormalCheckRequest.ReasonRequest> reasons);

    InstitutionView.ReasonView reason(InstitutionState.Reason reason);

    default List<InstitutionView.ReasonView> reasons(InstitutionState state) {
        return state instanceof InstitutionState.Refused refused
                ? refused.reasons().stream().map(this::reason).toList()
                : List.of();
    }

    @Named("checkedAt")
    default @Nullable Instant checkedAt(InstitutionState state) {
        return switch (state) {
            case InstitutionState.Applied _ -> null;
            case InstitutionState.Admitted admitted -> admitted.at();
            case InstitutionState.Refused refused -> refused.at();
        };
    }

    @Named("admittedAt")
    default @Nullable Instant admittedAt(InstitutionState state) {
        return state instanceof InstitutionState.Admitted admitted ? admitted.at() : null;
    }

    default @Nullable Boolean inTime(Institution institution) {
        Instant checkedAt = checkedAt(institution.state());
        return checkedAt == null ? null : institution.inTime(checkedAt);
    }

    default int count(List<Practitioner> practitioners) {
        return practitioners.size();
    }

    @Named("stripped")
    default String stripped(String text) {
        return text.strip();
    }

    default String region(RegionCode region) {
        return region.value();
    }
}
