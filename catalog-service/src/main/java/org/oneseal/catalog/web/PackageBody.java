package org.oneseal.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a package says, as a draft is sent and shown. What is left out is empty or none. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PackageBody(
        @NotNull @Valid GuidanceBody.WordingBody name,
        @Size(max = 1000) String basis,
        @Size(max = 200) List<@NotNull @Valid StageBody> stages,
        @Size(max = 500) List<@NotNull @Valid MemberBody> members,
        @Size(max = 500) List<@NotNull @Valid SameMaterialBody> same,
        @Valid @Nullable GuidanceBody guidance) {

    PackageBody {
        basis = Objects.requireNonNullElse(basis, "");
        stages = orEmpty(stages);
        members = orEmpty(members);
        same = orEmpty(same);
    }

    /** A stage, led by a department; its members begin when those of the stage before are done. */
    record StageBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Valid GuidanceBody.WordingBody name,
            @NotNull @Size(max = 40) String lead,
            @Valid ContentBody.@Nullable LimitBody limit) {}

    /** An item, in a stage where there are any, after others. */
    record MemberBody(
            @NotNull @Size(max = 40) String item,
            @Nullable @Size(max = 40) String stage,
            @Size(max = 200) List<@NotNull @Valid LinkBody> after) {

        MemberBody {
            after = orEmpty(after);
        }
    }

    /** What comes first; with both codes, its result is handed on as the material. */
    record LinkBody(
            @NotNull @Size(max = 40) String item,
            @Nullable @Size(max = 40) String result,
            @Nullable @Size(max = 40) String material) {}

    /** Materials of members that are one, though their names differ. */
    record SameMaterialBody(
            @NotNull @Size(max = 200) String name,
            @Size(max = 200) List<@NotNull @Valid MaterialRefBody> materials) {

        SameMaterialBody {
            materials = orEmpty(materials);
        }
    }

    record MaterialRefBody(
            @NotNull @Size(max = 40) String item, @NotNull @Size(max = 40) String material) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
