package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.each;
import static org.oneseal.catalog.publishing.ObjectionStreams.repeated;
import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oneseal.catalog.items.CommitmentClass;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.catalog.publishing.SupplyingResources.Supply;
import org.oneseal.platform.objection.Objection;

/** Checks of what an applicant must bring. */
final class MaterialRules {

    private MaterialRules() {}

    static Stream<Objection> materials(Candidate c) {
        List<Material> materials = c.content().materials();
        return Stream.concat(
                each(
                        "/materials",
                        materials.size(),
                        i ->
                                when(
                                        materials.get(i).name().isBlank(),
                                        () -> Objection.of("material-name-missing"))),
                repeated("/materials", materials.stream().map(Material::code).toList()));
    }

    static Stream<Objection> catchAll(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    String name = materials.get(i).name().replaceAll("\\s", "");
                    return c.parameters().catchAllPhrases().stream()
                            .filter(name::contains)
                            .limit(1)
                            .map(phrase -> Objection.of("material-catch-all", name, phrase));
                });
    }

    static Stream<Objection> tolerated(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    Material material = materials.get(i);
                    boolean tolerated = material.necessity() == Material.Necessity.TOLERATED;
                    return Stream.concat(
                            when(
                                    tolerated && material.core(),
                                    () -> Objection.of("core-material-tolerated", material.name())),
                            when(
                                    tolerated
                                            && !c.content().tolerance()
                                            && c.content().commitment() == CommitmentClass.NONE,
                                    () -> Objection.of("tolerance-not-allowed", material.name())));
                });
    }

    static Stream<Objection> intermediary(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    Material material = materials.get(i);
                    String service = material.intermediaryService();
                    if (service == null) {
                        return when(
                                material.source() == Material.Source.INTERMEDIARY,
                                () ->
                                        Objection.of(
                                                "intermediary-service-missing", material.name()));
                    }
                    Optional<IntermediaryDirectory.Entry> entry =
                            c.intermediaries().find(service, c.department().region());
                    return Stream.concat(
                            when(
                                    entry.isEmpty(),
                                    () -> Objection.of("intermediary-service-unknown", service)),
                            when(
                                    entry.isPresent() && entry.get().legalBasis().isBlank(),
                                    () ->
                                            Objection.of(
                                                    "intermediary-without-legal-basis", service)));
                });
    }

    /** What another department supplies must be in its directory, and to be had. */
    static Stream<Objection> supplied(Candidate c) {
        List<Material> materials = c.content().materials();
        return each(
                "/materials",
                materials.size(),
                i -> {
                    Material material = materials.get(i);
                    String code = material.resource();
                    if (code == null) return Stream.of();
                    Optional<Supply> supply = c.supplies().apply(code);
                    return Stream.of(
                                    when(
                                            material.source() != Material.Source.GOVERNMENT
                                                    && material.certificateType() == null,
                                            () ->
                                                    Objection.of(
                                                            "resource-for-other-source",
                                                            material.name())),
                                    when(
                                            supply.isEmpty(),
                                            () -> Objection.of("resource-unknown", code)),
                                    when(
                                            supply.isPresent() && !supply.get().shared(),
                                            () -> notShared(code, supply)))
                            .flatMap(found -> found);
                });
    }

    private static Objection notShared(String code, Optional<Supply> supply) {
        Objection objection = Objection.of("resource-not-shared", code);
        return supply.map(Supply::ground).map(objection::withGround).orElse(objection);
    }
}
