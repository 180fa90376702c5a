package org.oneseal.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.CommitmentClass;
import org.oneseal.catalog.items.CrossRegion;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.platform.worktime.LimitUnit;

/** What an item says, as a draft is sent and shown. What is left out is empty, false or none. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ContentBody(
        @NotNull @Size(max = 200) String name,
        @NotNull @Size(max = 2) String itemType,
        @NotNull CaseKind caseKind,
        @Size(max = 2) List<ServiceObject> serviceObjects,
        @Valid @Nullable LimitBody legalLimit,
        @Valid @Nullable LimitBody promisedLimit,
        @Size(max = 1000) String legalBasis,
        @Size(max = 200) List<@Valid MaterialBody> materials,
        @Size(max = 50) List<@Valid StepBody> steps,
        @Size(max = 50) List<@Valid SpecialProcedureBody> specialProcedures,
        @Valid @Nullable LimitBody extensionMaximum,
        @Valid @Nullable DeemedAcceptanceBody deemedAcceptance,
        @Size(max = 20) List<@Valid ResultBody> results,
        @Size(max = 50) List<@Valid FeeBody> fees,
        @Nullable Boolean jointHandling,
        CommitmentClass commitment,
        @Nullable Boolean tolerance,
        @Nullable Boolean instant,
        CrossRegion crossRegion,
        @Nullable Boolean publicity) {

    ContentBody {
        serviceObjects = orEmpty(serviceObjects);
        legalBasis = Objects.requireNonNullElse(legalBasis, "");
        materials = orEmpty(materials);
        steps = orEmpty(steps);
        specialProcedures = orEmpty(specialProcedures);
        results = orEmpty(results);
        fees = orEmpty(fees);
        commitment = Objects.requireNonNullElse(commitment, CommitmentClass.NONE);
        crossRegion = Objects.requireNonNullElse(crossRegion, CrossRegion.NONE);
    }

    record LimitBody(@Min(0) @Max(9999) int amount, @NotNull LimitUnit unit) {}

    record MaterialBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 200) String name,
            @NotNull Material.Necessity necessity,
            boolean core,
            @NotNull Material.Form form,
            @Min(1) @Max(99) int copies,
            @NotNull Material.Source source,
            @Nullable @Size(max = 1000) String basis,
            @Nullable @Size(max = 40) String intermediaryService,
            @Nullable @Size(max = 21) String certificateType) {}

    record StepBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 40) String role,
            @Valid @Nullable LimitBody limit,
            boolean separate) {}

    record SpecialProcedureBody(
            @NotNull @Size(max = 40) String kind,
            @NotNull @Size(max = 100) String name,
            @Min(0) @Max(999) int maxDays,
            @NotNull @Size(max = 1000) String legalGround) {}

    record DeemedAcceptanceBody(
            @Valid @NotNull LimitBody limit, @NotNull @Size(max = 1000) String legalGround) {}

    record ResultBody(
            @NotNull @Size(max = 40) String code,
            @NotNull @Size(max = 200) String name,
            @Nullable @Size(max = 21) String certificateType,
            @Nullable @Min(1) @Max(1200) Integer validityMonths) {}

    record FeeBody(
            @NotNull @Size(max = 200) String name,
            @Nullable @Min(0) Long amountFen,
            @NotNull @Size(max = 1000) String standard,
            @NotNull @Size(max = 1000) String basis) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
