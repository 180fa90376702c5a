package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;
import org.oneseal.credit.promises.Promise;
import org.oneseal.credit.promises.Promises;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Promises of cases as credit has registered them, by scope; a party reads its own. */
@RestController
@RequestMapping("/api/v1/credit/promises")
class PromisesApi {

    private static final Role[] READERS = {
        Role.CREDIT_OFFICER,
        Role.SUPERVISOR,
        Role.AUDITOR,
        Role.PLATFORM_OPERATOR,
        Role.CASE_OFFICER,
        Role.CHIEF_APPROVER,
        Role.APPLICANT
    };

    private final Promises promises;
    private final PromiseViews views;

    PromisesApi(Promises promises, PromiseViews views) {
        this.promises = promises;
        this.views = views;
    }

    @GetMapping
    Page<PromiseView> list(
            Caller caller,
            @RequestParam(required = false) Promise.@Nullable State state,
            PageRequest page) {
        caller.require(READERS);
        return promises.inScope(Scope.of(caller), state, page).map(views::promise);
    }

    @GetMapping("/{id}")
    PromiseView one(Caller caller, @PathVariable String id) {
        caller.require(READERS);
        return promises.byId(id, Scope.of(caller))
                .map(views::promise)
                .orElseThrow(() -> new NotFound("promise", id));
    }

    /** A promise and what became of each material. */
    record PromiseView(
            String id,
            String state,
            String caseId,
            String caseNumber,
            @Nullable String itemName,
            String region,
            @Nullable String department,
            @Nullable String partyMask,
            @Nullable String textHash,
            Instant promisedAt,
            List<PromisedMaterialView> materials) {}

    record PromisedMaterialView(
            String code,
            String name,
            LocalDate due,
            @Nullable Instant handedInAt,
            @Nullable Instant overdueSince) {}

    /** From what is registered. */
    @Mapper(
            componentModel = ComponentModel.SPRING,
            implementationName = "<CLASS_NAME>ByMapStruct",
            unmappedTargetPolicy = ReportingPolicy.ERROR)
    interface PromiseViews {

        @Mapping(target = "state", expression = "java(promise.state().name())")
        PromiseView promise(Promise promise);

        default String region(RegionCode region) {
            return region.value();
        }
    }
}
