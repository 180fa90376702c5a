package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.packages.MaterialMerge.Group;
import org.oneseal.catalog.packages.MaterialMerge.Part;
import org.oneseal.catalog.packages.MergedForm.Field;
import org.oneseal.catalog.packages.MergedForm.Problem;
import org.oneseal.catalog.packages.PackageContent.MaterialRef;
import org.oneseal.platform.objection.Objection;

/** Checks that forms and materials of the members can become one; each names both places. */
final class MergeChecks {

    private final PackageContent content;
    private final Map<String, ItemContent> known;
    private final List<Objection> found = new ArrayList<>();

    private MergeChecks(PackageContent content, Map<String, ItemContent> known) {
        this.content = content;
        this.known = known;
    }

    static List<Objection> objections(PackageContent content, Map<String, ItemContent> known) {
        MergeChecks checks = new MergeChecks(content, known);
        checks.forms();
        checks.same();
        checks.materials();
        return checks.found;
    }

    private void forms() {
        List<FormMerge.Source> sources =
                known.entrySet().stream()
                        .flatMap(
                                e ->
                                        e.getValue().forms().stream()
                                                .map(f -> new FormMerge.Source(e.getKey(), f)))
                        .toList();
        for (Problem problem : FormMerge.merge(sources).problems()) {
            found.add(told(problem).at(member(problem.field().item())));
        }
    }

    private static Objection told(Problem problem) {
        String place = text(problem.field());
        return switch (problem.kind()) {
            case NAME -> Objection.of("data-element-invalid", problem.element(), place);
            case CONDITIONAL -> Objection.of("data-element-conditional", problem.element(), place);
            case REFERENCE -> Objection.of("data-element-by-reference", problem.element(), place);
            case CONFLICT ->
                    Objection.of(
                            "data-element-conflict",
                            problem.element(),
                            place,
                            text(problem.other()));
        };
    }

    private static String text(Field field) {
        return field.item() + "#" + field.form() + field.pointer();
    }

    private String member(String item) {
        return "/members/" + content.items().indexOf(item) + "/item";
    }

    private void same() {
        Set<MaterialRef> seen = new HashSet<>();
        for (int i = 0; i < content.same().size(); i++) {
            List<MaterialRef> materials = content.same().get(i).materials();
            String at = "/same/" + i;
            if (content.same().get(i).name().isBlank()) {
                found.add(Objection.of("material-name-missing").at(at + "/name"));
            }
            if (materials.size() < 2) {
                found.add(Objection.of("same-material-alone").at(at + "/materials"));
            }
            for (int j = 0; j < materials.size(); j++) {
                MaterialRef ref = materials.get(j);
                String there = at + "/materials/" + j;
                ItemContent item = known.get(ref.item());
                if (!content.items().contains(ref.item())) {
                    found.add(Objection.of("member-unknown", ref.item()).at(there + "/item"));
                } else if (item != null
                        && item.materials().stream()
                                .noneMatch(m -> m.code().equals(ref.material()))) {
                    found.add(
                            Objection.of("material-unknown", ref.material())
                                    .at(there + "/material"));
                }
                if (!seen.add(ref)) {
                    found.add(
                            Objection.of("code-repeated", ref.material()).at(there + "/material"));
                }
            }
        }
    }

    private void materials() {
        List<Part> parts =
                known.entrySet().stream()
                        .flatMap(
                                e ->
                                        e.getValue().materials().stream()
                                                .map(m -> new Part(e.getKey(), m)))
                        .toList();
        for (Group group : MaterialMerge.merge(parts, content.same())) {
            if (!group.contradictory()) continue;
            Part first = group.parts().getFirst();
            Part other =
                    IntStream.range(1, group.parts().size())
                            .mapToObj(group.parts()::get)
                            .filter(p -> p.material().form() != first.material().form())
                            .findFirst()
                            .orElse(first);
            found.add(
                    Objection.of(
                                    "material-conflict",
                                    group.name(),
                                    first.item() + "#" + first.material().code(),
                                    other.item() + "#" + other.material().code())
                            .at(member(other.item())));
        }
    }
}
