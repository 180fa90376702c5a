package org.oneseal.catalog.items;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param deemedAcceptance null where silence means nothing
 * @param publicity granted cases are made public (双公示)
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
        @Nullable DeemedAcceptance deemedAcceptance,
        List<ItemResult> results,
        List<Fee> fees,
        boolean jointHandling,
        CommitmentClass commitment,
        boolean tolerance,
        boolean instant,
        CrossRegion crossRegion,
        boolean publicity) {

    private static final String LICENCE = "01";

    public ItemContent {
        serviceObjects = serviceObjects.stream().distinct().sorted().toList();
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        specialProcedures = List.copyOf(specialProcedures);
        results = List.copyOf(results);
        fees = List.copyOf(fees);
    }

    /** Whether the licence law (行政许可法) applies. */
    public boolean licence() {
        return itemType.equals(LICENCE);
    }
}
