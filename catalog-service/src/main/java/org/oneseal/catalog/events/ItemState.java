package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item version, whole, with the item's state; days are ISO days of Asia/Shanghai. */
public record ItemState(
        String itemCode,
        int version,
        String contentHash,
        String region,
        String department,
        String departmentName,
        String departmentUscc,
        String name,
        String itemType,
        String basicCode,
        String caseKind,
        List<String> serviceObjects,
        @Nullable Limit legalLimit,
        Limit promisedLimit,
        String legalBasis,
        List<Material> materials,
        List<Step> steps,
        List<SpecialProcedure> specialProcedures,
        @Nullable Limit extensionMaximum,
        @Nullable DeemedAcceptance deemedAcceptance,
        List<Result> results,
        List<Fee> fees,
        boolean jointHandling,
        String commitment,
        boolean tolerance,
        boolean instant,
        String crossRegion,
        boolean publicity,
        String status,
        String phase,
        String effectiveFrom,
        @Nullable String cancelledFrom,
        @Nullable String statusReason,
        String publishedAt) {

    public record Limit(int amount, String unit) {}

    public record Material(
            String code,
            String name,
            String necessity,
            boolean core,
            String form,
            int copies,
            String source,
            @Nullable String basis,
            @Nullable String intermediaryService,
            @Nullable String certificateType) {}

    public record Step(
            String code, String name, String role, @Nullable Limit limit, boolean separate) {}

    public record SpecialProcedure(String kind, String name, int maxDays, String legalGround) {}

    public record DeemedAcceptance(Limit limit, String legalGround) {}

    public record Result(
            String code,
            String name,
            @Nullable String certificateType,
            @Nullable Integer validityMonths) {}

    public record Fee(String name, @Nullable Long amountFen, String standard, String basis) {}
}
