package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
        boolean extensionMovesPromise,
        @Nullable DeemedAcceptance deemedAcceptance,
        List<Result> results,
        List<Fee> fees,
        boolean jointHandling,
        String commitment,
        boolean tolerance,
        boolean instant,
        String crossRegion,
        boolean publicity,
        boolean filing,
        boolean unasked,
        @Nullable Authority authority,
        @Nullable Guide guide,
        List<Form> forms,
        @Nullable LocalCodes localCodes,
        @Nullable Particulars particulars,
        String status,
        String phase,
        String effectiveFrom,
        @Nullable String cancelledFrom,
        @Nullable String statusReason,
        @Nullable String suspensionReason,
        @Nullable String cancellationReason,
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
            @Nullable String certificateType,
            @Nullable String standard,
            @Nullable File blankForm,
            @Nullable File sample,
            @Nullable String original,
            @Nullable String specification,
            @Nullable String sourceNote,
            @Nullable String filling,
            @Nullable String resource) {}

    /** A file to fill in or to look at, by its digest. */
    public record File(String name, String url, String digest) {}

    /** By what power the body runs the item. */
    public record Authority(String source, String nature, @Nullable String entrustedBy) {}

    /** How and where one applies. */
    public record Guide(
            List<String> modes,
            List<String> reaches,
            List<String> onlineDepth,
            int trips,
            @Nullable String tripReason,
            String conditions,
            List<Venue> venues,
            String consultation,
            String complaints,
            @Nullable String url,
            boolean appointment,
            boolean onlinePayment,
            @Nullable Integer quantityLimit,
            List<String> conveniences,
            @Nullable String onlineOnlyGround) {}

    /** What the province calls the matter and the item. */
    public record LocalCodes(@Nullable String matter, @Nullable String item) {}

    /** What else a list says of the item. */
    public record Particulars(
            @Nullable String scope,
            @Nullable String legalLimitNote,
            @Nullable String promisedLimitNote,
            @Nullable String handlingItem,
            List<String> bodyKinds,
            List<String> personTopics,
            List<String> legalTopics,
            List<String> jointBodies,
            boolean hall,
            boolean signOnPc,
            boolean signOnApp,
            List<String> preWork) {}

    public record Venue(String name, String location, String hours) {}

    /** A form as JSON Schema 2020-12, with a filled sample. */
    public record Form(
            String code, String name, int version, JsonNode schema, @Nullable JsonNode sample) {}

    public record Step(
            String code,
            String name,
            String role,
            @Nullable Limit limit,
            boolean separate,
            boolean priorExamination) {}

    public record SpecialProcedure(String kind, String name, int maxDays, String legalGround) {}

    public record DeemedAcceptance(Limit limit, String legalGround) {}

    public record Result(
            String code,
            String name,
            @Nullable String certificateType,
            @Nullable Integer validityMonths,
            @Nullable String kind,
            @Nullable File sample) {}

    public record Fee(
            String name,
            @Nullable Long amountFen,
            String standard,
            String basis,
            @Nullable String reduction) {}
}
