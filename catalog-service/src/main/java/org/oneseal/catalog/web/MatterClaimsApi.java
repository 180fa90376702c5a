package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.MatterClaim;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which body handles which matter of the basic directory (事项认领). */
@RestController
@RequestMapping("/api/v1/basic-directory/{code}/claims/{department}")
class MatterClaimsApi {

    private static final Register REGISTER = Register.CLAIMS;

    private final Registers registers;
    private final Departments departments;
    private final EntryAnswers answers;
    private final KeepEntry keep;
    private final InstantSource time;

    MatterClaimsApi(
            Registers registers,
            Departments departments,
            EntryAnswers answers,
            KeepEntry keep,
            InstantSource time) {
        this.registers = registers;
        this.departments = departments;
        this.answers = answers;
        this.keep = keep;
        this.time = time;
    }

    /** Whether the body handles it, and why not where it does not. */
    record ClaimRequest(@NotNull Boolean claimed, @Nullable @Size(max = 500) String reason) {}

    /** What the body said of it. */
    record ClaimView(
            String matter,
            String department,
            boolean claimed,
            @Nullable String reason,
            long version) {

        static ClaimView of(RegisterEntry entry) {
            MatterClaim claim = entry.said(MatterClaim.class);
            return new ClaimView(
                    claim.matter(),
                    claim.department(),
                    claim.claimed(),
                    claim.reason(),
                    entry.version());
        }
    }

    @GetMapping
    ResponseEntity<?> claim(
            Caller caller, @PathVariable String code, @PathVariable String department) {
        return answers.one(answers.find(REGISTER, key(code, department)), ClaimView::of);
    }

    /** Says it, for the first time at version 0. */
    @PutMapping
    ResponseEntity<?> put(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @PathVariable String department,
            @Valid @RequestBody ClaimRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Department of =
                departments
                        .find(department)
                        .orElseThrow(() -> new NotFound("department", department));
        Editing.require(caller, of.region());
        if (registers
                .find(Register.BASIC_DIRECTORY, code)
                .filter(matter -> !matter.withdrawn() && matter.region().contains(of.region()))
                .isEmpty()) {
            throw new NotFound("matter", code);
        }
        MatterClaim claim = new MatterClaim(code, department, body.claimed(), body.reason());
        String key = key(code, department);
        Optional<RegisterEntry> there = registers.find(REGISTER, key);
        if (there.isEmpty() && version.value() != 0) throw new StaleVersion(key, version.value());
        return there.isEmpty()
                ? answers.answer(
                        200,
                        keep.add(
                                key,
                                of.region(),
                                RegisterEntry.EDITOR,
                                claim,
                                Editing.actor(caller),
                                time.instant()),
                        ClaimView::of)
                : answers.change(caller, version, there.get(), claim, List.of(), ClaimView::of);
    }

    @GetMapping("/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller,
            @PathVariable String code,
            @PathVariable String department,
            PageRequest page) {
        return answers.history(caller, answers.find(REGISTER, key(code, department)), page);
    }

    private static String key(String code, String department) {
        return MatterClaim.key(department, code);
    }
}
