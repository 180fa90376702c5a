package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.AppointOfficer;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.DepartmentCommand;
import org.oneseal.catalog.departments.DepartmentOutcome;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.departments.Officer;
import org.oneseal.catalog.departments.OfficerOutcome;
import org.oneseal.catalog.departments.Officers;
import org.oneseal.catalog.departments.ProvisionAccounts;
import org.oneseal.catalog.departments.ProvisioningQueue;
import org.oneseal.catalog.departments.ProvisioningTask;
import org.oneseal.catalog.departments.RegisterDepartment;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Departments, their officers and the accounts of these. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsApi {

    private final Departments departments;
    private final RegisterDepartment register;
    private final Officers officers;
    private final AppointOfficer appoint;
    private final ProvisioningQueue queue;
    private final ProvisionAccounts provision;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    DepartmentsApi(
            Departments departments,
            RegisterDepartment register,
            Officers officers,
            AppointOfficer appoint,
            ProvisioningQueue queue,
            ProvisionAccounts provision,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.departments = departments;
        this.register = register;
        this.officers = officers;
        this.appoint = appoint;
        this.queue = queue;
        this.provision = provision;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Departments by code; with a region only those in it. */
    @GetMapping
    Page<DepartmentView> list(
            @RequestParam(required = false) @Nullable String region, PageRequest page) {
        List<Department> found =
                departments.list(
                        region == null ? null : Codes.region(region), page.text(), page.fetch());
        return Page.of(found, page, d -> List.of(d.code())).map(DepartmentView::of);
    }

    @GetMapping("/{code}")
    DepartmentView one(@PathVariable String code) {
        return DepartmentView.of(find(code));
    }

    /** Registers a department. */
    @PostMapping
    ResponseEntity<?> register(
            Caller caller, IdempotencyKey key, @Valid @RequestBody DepartmentRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        if (RegionCode.isValid(body.region())) {
            Editing.require(caller, new RegionCode(body.region()));
        }
        DepartmentCommand command =
                new DepartmentCommand(
                        body.code(),
                        body.name(),
                        body.uscc(),
                        body.region(),
                        body.parent(),
                        body.madeUp() != null && body.madeUp());
        return posts.once(
                caller,
                key,
                "POST /departments",
                body,
                () ->
                        switch (register.register(command, time.instant())) {
                            case DepartmentOutcome.Registered(var department) ->
                                    ResponseEntity.status(201).body(DepartmentView.of(department));
                            case DepartmentOutcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Officers of a department and how far their accounts are. */
    @GetMapping("/{code}/officers")
    Page<OfficerView> officers(Caller caller, @PathVariable String code, PageRequest page) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
        Department department = find(code);
        RegionCode region = caller.region();
        if (region != null && !region.contains(department.region())) {
            throw new NotFound("department", code);
        }
        List<Officer> found = officers.of(code, page.text(), page.fetch());
        return Page.of(found, page, o -> List.of(o.username()))
                .map(officer -> OfficerView.of(officer, account(officer.username())));
    }

    /** Appoints an officer; the account is made after this answer. */
    @PostMapping("/{code}/officers")
    ResponseEntity<?> appoint(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String code,
            @Valid @RequestBody OfficerRequest body) {
        caller.require(Role.PLATFORM_OPERATOR);
        Department department = find(code);
        Editing.require(caller, department.region());
        return posts.once(
                caller,
                key,
                "POST /departments/" + code + "/officers",
                body,
                () ->
                        switch (appoint.appoint(
                                department,
                                body.username(),
                                body.name(),
                                body.role(),
                                time.instant())) {
                            case OfficerOutcome.Appointed(var officer, var account) ->
                                    ResponseEntity.status(201)
                                            .body(OfficerView.of(officer, account));
                            case OfficerOutcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }

    /** Tries once more to make an account that failed or waits. */
    @PostMapping("/{code}/officers/{username}/provisioning")
    ResponseEntity<?> retry(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String code,
            @PathVariable String username) {
        caller.require(Role.PLATFORM_OPERATOR);
        Department department = find(code);
        Editing.require(caller, department.region());
        Officer officer =
                officers.find(username)
                        .filter(o -> o.department().equals(code))
                        .orElseThrow(() -> new NotFound("officer", username));
        return posts.once(
                caller,
                key,
                "POST /departments/" + code + "/officers/" + username + "/provisioning",
                "",
                () ->
                        ResponseEntity.accepted()
                                .body(
                                        OfficerView.of(
                                                officer,
                                                provision.retry(
                                                        account(username), time.instant()))));
    }

    private Department find(String code) {
        return departments.find(code).orElseThrow(() -> new NotFound("department", code));
    }

    private ProvisioningTask account(String username) {
        return queue.find(ProvisioningTask.Kind.OFFICER, username).orElseThrow();
    }
}
