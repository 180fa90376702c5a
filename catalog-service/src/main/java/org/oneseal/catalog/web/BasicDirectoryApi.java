package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.BasicMatter;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
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
 * The basic directory (基本目录): which matters exist at all, kept by nation and province. Nothing is
 * published under one that is withdrawn; what is published stays until its body cancels it.
 */
@RestController
@RequestMapping("/api/v1/basic-directory")
class BasicDirectoryApi extends RegisterApi<BasicDirectoryApi.BasicMatterView> {

    private final EntryAnswers answers;
    private final ListedRegions regions;

    BasicDirectoryApi(EntryAnswers answers, ListedRegions regions) {
        super(Register.BASIC_DIRECTORY, answers, BasicMatterView::of);
        this.answers = answers;
        this.regions = regions;
    }

    /**
     * A matter that is new.
     *
     * @param code 基本编码; its first two digits say who keeps it, 00 for the nation
     */
    record NewMatterRequest(
            @NotNull @Size(max = 20) String code, @NotNull @Valid MatterRequest matter) {}

    /**
     * What a matter is.
     *
     * @param itemType 事项类型, as in the code
     * @param basis act by which it was listed
     * @param bodies names of the departments that handle it where there is one (责任部门)
     * @param levels on which it is handled (行使层级), none for any
     */
    record MatterRequest(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 2) String itemType,
            @Nullable @Size(max = 500) String basis,
            @Size(max = 50) List<@NotNull @Size(max = 100) String> bodies,
            @Size(max = 6) List<@NotNull @Min(1) @Max(6) Integer> levels) {

        MatterRequest {
            bodies = bodies == null ? List.of() : bodies;
            levels = levels == null ? List.of() : levels;
        }

        BasicMatter matter() {
            return new BasicMatter(name, itemType, basis, bodies, levels);
        }
    }

    /** A matter, where it counts and whether it still does. */
    record BasicMatterView(
            String code,
            String name,
            String itemType,
            @Nullable String basis,
            List<String> bodies,
            List<Integer> levels,
            String region,
            String origin,
            boolean withdrawn,
            long version) {

        static BasicMatterView of(RegisterEntry entry) {
            BasicMatter matter = entry.said(BasicMatter.class);
            return new BasicMatterView(
                    entry.key(),
                    matter.name(),
                    matter.itemType(),
                    matter.basis(),
                    matter.bodies(),
                    matter.levels(),
                    entry.region().value(),
                    entry.origin(),
                    entry.withdrawn(),
                    entry.version());
        }
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller, IdempotencyKey key, @Valid @RequestBody NewMatterRequest body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        RegionCode keeper = BasicMatter.keeper(body.code());
        var sent =
                new EntryAnswers.Sent(
                        key,
                        "/basic-directory",
                        body,
                        body.matter().matter(),
                        "/matter",
                        List.of());
        if (keeper == null || !regions.has(keeper.value())) {
            return answers.refuse(
                    Objection.of("basic-code-invalid", body.code()).at("/code"), sent);
        }
        return answers.add(caller, keeper, body.code(), sent, BasicMatterView::of);
    }

    /** Replaces what is said of a matter; one that was withdrawn counts again. */
    @PutMapping("/{code}")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody MatterRequest body) {
        return answers.change(
                caller,
                version,
                editable(caller, code),
                body.matter(),
                List.of(),
                BasicMatterView::of);
    }
}
