package org.oneseal.cases.web;

import static org.oneseal.platform.objection.Objection.of;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.archive.Archive;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finished cases in the archive (归档). A case found here is read like any other. */
@RestController
@RequestMapping("/api/v1/cases/archive")
@Tag(name = "archive")
class ArchiveApi {

    private final Reaches reaches;
    private final Archive archive;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    ArchiveApi(
            Reaches reaches,
            Archive archive,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.reaches = reaches;
        this.archive = archive;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * @param months after which finished cases go into the archive
     * @param keepYears they are kept there at least; for ever where not said
     * @param effectiveFrom tomorrow at the earliest
     */
    record ArchiveRuleRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String region,
            @NotNull @Min(1) @Max(600) Integer months,
            @Nullable @Min(1) @Max(100) Integer keepYears,
            @NotBlank @Size(max = 300) String legalGround,
            @NotNull LocalDate effectiveFrom) {}

    @GetMapping
    @Operation(summary = "Archived cases within the caller's scope, the latest received first")
    Page<Archive.ArchivedCase> list(
            @Parameter(hidden = true) Caller caller,
            PageRequest page,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestParam(required = false) @Nullable @Size(max = 60) String number,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2200) Integer year) {
        List<String> keys = page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset();
        boolean first = keys.isEmpty();
        return Page.of(
                archive.list(
                        reaches.of(caller, onBehalfOf).scope(),
                        number,
                        year,
                        first ? null : Instant.parse(keys.get(0)),
                        first ? null : keys.get(1),
                        page.fetch()),
                page,
                row -> List.of(row.receivedAt().toString(), row.id()));
    }

    @GetMapping("/rules")
    @Operation(summary = "The rules that hold in a region, from the nation down")
    List<Archive.ArchiveRule> rules(
            @Parameter(hidden = true) Caller caller, @RequestParam RegionCode region) {
        caller.require(Role.PLATFORM_OPERATOR, Role.AUDITOR);
        return archive.rules(region);
    }

    @PostMapping("/rules")
    @Operation(summary = "Say after how many months finished cases go into the archive")
    ResponseEntity<?> add(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid ArchiveRuleRequest body) {
        caller.require(Role.PLATFORM_OPERATOR);
        return posts.once(caller, key, "POST /cases/archive/rules", body, () -> add(caller, body));
    }

    private ResponseEntity<?> add(Caller caller, ArchiveRuleRequest body) {
        LocalDate today = Case.dayOf(time.instant());
        List<Objection> objections =
                RuleChecks.of(caller, body.region(), body.effectiveFrom(), today);
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        var rule =
                new Archive.ArchiveRule(
                        new RegionCode(body.region()),
                        body.months(),
                        body.keepYears(),
                        body.legalGround(),
                        body.effectiveFrom());
        if (!archive.add(rule, caller.subject())) {
            return problems.conflict(List.of(of("rule-there-already")));
        }
        return ResponseEntity.status(201).body(rule);
    }
}
