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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Services of intermediaries that an approval may ask for (中介服务事项目录). No new version of an item may
 * ask for one that is withdrawn; what is published stays.
 */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryApi extends RegisterApi<DirectoryApi.DirectoryEntryView> {

    private final EntryAnswers answers;
    private final Departments departments;

    DirectoryApi(EntryAnswers answers, Departments departments) {
        super(Register.INTERMEDIARY_SERVICES, answers, DirectoryEntryView::of);
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
                editable(caller, code),
                body.entry(),
                unknown(body),
                DirectoryEntryView::of);
    }

    private List<Objection> unknown(DirectoryEntryRequest body) {
        String department = body.department();
        return department == null || departments.find(department).isPresent()
                ? List.of()
                : List.of(Objection.of("department-unknown", department).at("/department"));
    }
}
