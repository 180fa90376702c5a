package org.oneseal.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.Authority;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.CommitmentClass;
import org.oneseal.catalog.items.DeemedAcceptance;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemForm;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.ServiceGuide;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.items.SpecialProcedure;
import org.oneseal.catalog.items.Step;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What an item list does not say and the import fills in, as data: materials, steps, special
 * procedures and results by the item's name, with defaults for items that are not named.
 *
 * @param steps by case kind
 * @param guides by case kind
 * @param defaultMaterials for ANY, then for each kind of applicant
 * @param defaultResultSuffix name of the result after the item's, by item type
 * @param extras forms and guides, from a file of their own; null for none
 */
public record ItemDerivation(
        Map<CaseKind, List<Step>> steps,
        Licence licence,
        Authority authority,
        Map<CaseKind, ServiceGuide> guides,
        Map<String, List<MaterialSeed>> defaultMaterials,
        Map<String, String> defaultResultSuffix,
        Map<String, List<MaterialSeed>> materials,
        Map<String, List<SpecialProcedure>> specialProcedures,
        Map<String, ResultSeed> results,
        @Nullable Map<String, Extra> extras) {

    /** Forms and guide of an item. */
    public record Extra(@Nullable List<ItemForm> forms, @Nullable Guide guidance) {

        static final Extra NONE = new Extra(null, null);
    }

    /** The same with forms and guides by the name of the item. */
    public ItemDerivation with(Map<String, Extra> named) {
        return new ItemDerivation(
                steps,
                licence,
                authority,
                guides,
                defaultMaterials,
                defaultResultSuffix,
                materials,
                specialProcedures,
                results,
                named);
    }

    /** What every licence gets from the licence law. */
    public record Licence(
            TimeLimit extensionMaximum, DeemedAcceptance deemedAcceptance, boolean publicity) {}

    /** A material without its place in an item. */
    public record MaterialSeed(
            String name,
            Material.Necessity necessity,
            boolean core,
            Material.Form form,
            Material.Source source,
            @Nullable String basis,
            @Nullable String intermediaryService) {}

    /** A certificate by its name. */
    public record ResultSeed(String name, @Nullable Integer validityMonths) {}

    ItemContent content(ItemRow.Facts facts, Department department, String basicCode) {
        boolean licence = facts.itemType().equals("01");
        Map<String, Extra> named = extras == null ? Map.of() : extras;
        Extra extra = named.getOrDefault(facts.name(), Extra.NONE);
        List<ItemForm> forms = extra.forms();
        boolean later = facts.tolerance() || facts.commitment() != CommitmentClass.NONE;
        return new ItemContent(
                facts.name(),
                facts.itemType(),
                facts.caseKind(),
                facts.serviceObjects(),
                facts.legalLimit(),
                facts.promisedLimit(),
                facts.legalBasis(),
                materials(facts, later),
                steps.getOrDefault(facts.caseKind(), List.of()),
                specialProcedures.getOrDefault(facts.name(), List.of()),
                licence ? this.licence.extensionMaximum() : null,
                false,
                licence ? this.licence.deemedAcceptance() : null,
                List.of(result(facts, department, basicCode, licence)),
                List.of(),
                false,
                facts.commitment(),
                facts.tolerance(),
                facts.instant(),
                facts.crossRegion(),
                licence && this.licence.publicity(),
                false,
                false,
                authority,
                guides.get(facts.caseKind()),
                forms == null ? List.of() : forms,
                extra.guidance(),
                null,
                null);
    }

    /** Tolerated materials are required where the item neither tolerates nor promises. */
    private List<Material> materials(ItemRow.Facts facts, boolean later) {
        List<MaterialSeed> seeds = materials.get(facts.name());
        if (seeds == null) {
            seeds = new ArrayList<>(defaultMaterials.getOrDefault("ANY", List.of()));
            for (ServiceObject object : facts.serviceObjects()) {
                seeds.addAll(defaultMaterials.getOrDefault(object.name(), List.of()));
            }
        }
        List<MaterialSeed> all = seeds;
        return IntStream.range(0, all.size())
                .mapToObj(i -> material("m" + (i + 1), all.get(i), later))
                .toList();
    }

    private static Material material(String code, MaterialSeed seed, boolean later) {
        boolean tolerated = seed.necessity() == Material.Necessity.TOLERATED;
        return new Material(
                code,
                seed.name(),
                tolerated && !later ? Material.Necessity.REQUIRED : seed.necessity(),
                seed.core(),
                seed.form(),
                1,
                seed.source(),
                seed.basis(),
                seed.intermediaryService(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * The certificate type is the body's credit code and the last three digits of the main item.
     */
    private ItemResult result(
            ItemRow.Facts facts, Department department, String basicCode, boolean licence) {
        ResultSeed seed = results.get(facts.name());
        String type = department.uscc().value() + basicCode.substring(6, 9);
        if (seed != null)
            return new ItemResult("r1", seed.name(), type, seed.validityMonths(), null, null);
        String name = facts.name() + defaultResultSuffix.getOrDefault(facts.itemType(), "");
        return new ItemResult("r1", name, licence ? type : null, null, null, null);
    }
}
