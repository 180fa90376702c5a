package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.registers.IntermediaryEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Services of intermediaries that an approval may ask for (中介服务事项目录). */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryApi {

    private final EntryAnswers answers;
    private final Departments departments;

    DirectoryApi(EntryAnswers answers, Departments departments) {
        this.answers = answers;
        this.departments = departments;
    }

    /** A service that may be asked for in a region and below it. */
    record NewDirectoryEntryRequest(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String code,
            @NotNull @Size(max = 20) String region,
            @NotNull @Valid DirectoryEntryRequest service) {}

    /**
     * What the service is.
     *
     * @param legalBasis law that allows asking for it
     * @param requirements 实施要求
     * @param timeLimit 服务时限
     * @param charges 收费标准
     * @param result 服务结果
     * @param department code of the department in charge
     */
    record DirectoryEntryRequest(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 500) String legalBasis,
            @Nullable @Size(max = 1000) String requirements,
            @Nullable @Size(max = 200) String timeLimit,
            @Nullable @Size(max = 500) String charges,
            @Nullable @Size(max = 200) String result,
            @Nullable @Size(max = 60) String department) {

        IntermediaryEntry entry() {
            return new IntermediaryEntry(
                    name, legalBasis, requirements, timeLimit, charges, result, department);
        }
    }

    /** An intermediary service with the law that allows asking for it. */
    record DirectoryEntryView(
            String code,
            String name,
            String legalBasis,
            @Nullable String requirements,
            @Nullable String timeLimit,
            @Nullable String charges,
            @Nullable String result,
            @Nullable String department,
            String region,
            String origin,
            boolean withdrawn,
            long version) {

        static DirectoryEntryView of(RegisterEntry entry) {
            IntermediaryEntry service = entry.said(IntermediaryEntry.class);
            return new DirectoryEntryView(
                    entry.key(),
                    service.name(),
                    service.legalBasis(),
                    service.requirements(),
                    service.timeLimit(),
                    service.charges(),
                    service.result(),
                    service.department(),
                    entry.region().value(),
                    entry.origin(),
                    entry.withdrawn(),
                    entry.version());
        }
    }

    /** Services by a part of their name, that may be asked for in a region. */
    @GetMapping
    Page<DirectoryEntryView> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            PageRequest page) {
        return answers.list(
                Register.INTERMEDIARY_SERVICES,
                new EntryAnswers.Asked(q, region, null, withdrawn),
                page,
                DirectoryEntryView::of);
    }

    @GetMapping("/{code}")
    ResponseEntity<?> one(Caller caller, @PathVariable String code) {
        return answers.one(
                answers.find(Register.INTERMEDIARY_SERVICES, code), DirectoryEntryView::of);
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller, IdempotencyKey key, @Valid @RequestBody NewDirectoryEntryRequest body) {
        return answers.add(
                caller,
                body.region(),
                _ -> body.code(),
                new EntryAnswers.Sent(
                        key,
                        "/directory",
                        body,
                        body.service().entry(),
                        "/service",
                        unknown(body.service())),
                DirectoryEntryView::of);
    }

    /** Replaces what is said of a service; one that was withdrawn may be asked for again. */
    @PutMapping("/{code}")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody DirectoryEntryRequest body) {
        return answers.change(
                caller,
                version,
                answers.editable(caller, Register.INTERMEDIARY_SERVICES, code),
                body.entry(),
                unknown(body),
                DirectoryEntryView::of);
    }

    /** No new version of an item may ask for it any more; what is published stays. */
    @DeleteMapping("/{code}")
    ResponseEntity<?> withdraw(Caller caller, ExpectedVersion version, @PathVariable String code) {
        return answers.withdraw(
                caller, version, Register.INTERMEDIARY_SERVICES, code, DirectoryEntryView::of);
    }

    @GetMapping("/{code}/history")
    Page<EntryAnswers.EntryHistoryView> history(
            Caller caller, @PathVariable String code, PageRequest page) {
        return answers.history(caller, answers.find(Register.INTERMEDIARY_SERVICES, code), page);
    }

    private List<Objection> unknown(DirectoryEntryRequest body) {
        String department = body.department();
        return department == null || departments.find(department).isPresent()
                ? List.of()
                : List.of(Objection.of("department-unknown", department).at("/department"));
    }
}
