package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What an item says: the editable draft and, unchanged, the published version. A draft may be
 * wrong; {@link PublicationChecks} say what is missing.
 *
 * @param itemType two digits (事项类型)
 * @param legalLimit statutory limit, null where the law sets none
 * @param promisedLimit null only in a draft
 * @param legalBasis empty where none is named
 * @param extensionMaximum how far the legal limit may be extended, once; null not at all
 * @param extensionMovesPromise whether an extension moves the promised due date too; true or null
 * @param deemedAcceptance null where silence means nothing
 * @param publicity granted cases are made public (双公示)
 * @param filing a mere filing (备案); true or null, so that what was hashed before it was asked for
 *     keeps its digest
 * @param unasked granted without an application (免申即享); true or null
 * @param authority null in a draft, and in versions published before it was asked for
 * @param guide null in a draft, and in versions published before it was asked for
 * @param guidance questions that lead an applicant (智能导办), null without
 * @param localCodes what the province calls it, null where only the national codes are used
 * @param particulars what else a list says of it, null where nothing does
 */
public record ItemContent(
        String name,
        String itemType,
        CaseKind caseKind,
        List<ServiceObject> serviceObjects,
        @Nullable TimeLimit legalLimit,
        @Nullable TimeLimit promisedLimit,
        String legalBasis,
        List<Material> materials,
        List<Step> steps,
        List<SpecialProcedure> specialProcedures,
        @Nullable TimeLimit extensionMaximum,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean extensionMovesPromise,
        @Nullable DeemedAcceptance deemedAcceptance,
        List<ItemResult> results,
        List<Fee> fees,
        boolean jointHandling,
        CommitmentClass commitment,
        boolean tolerance,
        boolean instant,
        CrossRegion crossRegion,
        boolean publicity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean filing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unasked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Authority authority,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ServiceGuide guide,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ItemForm> forms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Guide guidance,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalCodes localCodes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Particulars particulars) {

    private static final String LICENCE = "01";

    public ItemContent {
        serviceObjects = serviceObjects.stream().distinct().sorted().toList();
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        specialProcedures = List.copyOf(specialProcedures);
        results = List.copyOf(results);
        fees = List.copyOf(fees);
        extensionMovesPromise = Boolean.TRUE.equals(extensionMovesPromise) ? true : null;
        filing = Boolean.TRUE.equals(filing) ? true : null;
        unasked = Boolean.TRUE.equals(unasked) ? true : null;
        forms = orEmpty(forms);
    }

    /** What was stored before there were forms has none. */
    private static List<ItemForm> orEmpty(@Nullable List<ItemForm> forms) {
        return forms == null ? List.of() : List.copyOf(forms);
    }

    /** Whether the licence law (行政许可法) applies. */
    public boolean licence() {
        return itemType.equals(LICENCE);
    }
}
