package org.oneseal.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.powers.PowerContent;

/** What a power says, as a draft is sent and shown. What is left out is empty or none. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PowerBody(
        @NotNull @Size(max = 200) String name,
        @NotNull @Size(max = 2) String itemType,
        @Valid ContentBody.@Nullable AuthorityBody authority,
        @Size(max = 200) String office,
        @Nullable @Size(max = 1000) String extent,
        @Size(max = 2) List<@NotNull ServiceObject> subjects,
        @Size(max = 20) List<@NotNull @Valid MeasureBody> measures,
        @Size(max = 50) List<@NotNull @Valid BasisBody> bases,
        @Size(max = 50) List<@NotNull @Valid DutyBody> duties,
        @Size(max = 50) List<@NotNull @Valid LiabilityBody> liabilities,
        @Size(max = 500) String complaints,
        @Valid ContentBody.@Nullable LocalCodesBody localCodes) {

    PowerBody {
        office = Objects.requireNonNullElse(office, "");
        subjects = orEmpty(subjects);
        measures = orEmpty(measures);
        bases = orEmpty(bases);
        duties = orEmpty(duties);
        liabilities = orEmpty(liabilities);
        complaints = Objects.requireNonNullElse(complaints, "");
    }

    /** Something that may be done (处罚种类、强制方式、征收项目、检查方式), and how far it goes. */
    record MeasureBody(
            @NotNull @Size(max = 50) String kind, @Nullable @Size(max = 500) String extent) {}

    /** A clause that gives the power (设定依据). */
    record BasisBody(
            @NotNull @Size(max = 200) String act,
            PowerContent.@NotNull Rank rank,
            @NotNull @Size(max = 100) String clause,
            @NotNull @Size(max = 4000) String text) {}

    /** What the body must do in one stage (责任事项). */
    record DutyBody(
            @NotNull @Size(max = 20) String stage,
            @NotNull @Size(max = 1000) String text,
            @Nullable @Size(max = 500) String basis) {}

    /** A case in which those responsible are held to account (追责情形). */
    record LiabilityBody(
            @NotNull @Size(max = 1000) String text, @Nullable @Size(max = 500) String basis) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
