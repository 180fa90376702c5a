package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneseal.catalog.checklist.Checklist;
import org.oneseal.catalog.packages.MaterialMerge.Group;
import org.oneseal.catalog.packages.MaterialMerge.Part;
import org.oneseal.catalog.packages.PackageChecklist.MaterialLine;
import org.oneseal.catalog.packages.PackageChecklist.Provision;
import org.oneseal.catalog.packages.PackageChecklist.Use;
import org.oneseal.catalog.packages.PackageContent.Link;

/** One list of materials (一套材料) from the lists of the members that take part. */
final class MaterialLines {

    private MaterialLines() {}

    static List<MaterialLine> of(PackageContent content, Map<String, Checklist> lists) {
        List<Part> parts = new ArrayList<>();
        Map<Part, Checklist.MaterialLine> own = new HashMap<>();
        lists.forEach(
                (item, list) -> {
                    for (Checklist.MaterialLine line : list.materials()) {
                        Part part = new Part(item, line.material());
                        parts.add(part);
                        own.put(part, line);
                    }
                });
        List<MaterialLine> lines = new ArrayList<>();
        for (Group group : MaterialMerge.merge(parts, content.same())) {
            List<Use> uses = new ArrayList<>();
            for (Part part : group.parts()) {
                Checklist.MaterialLine line = own.get(part);
                if (line != null) uses.add(use(content, part, line, lists.keySet()));
            }
            lines.add(line(group, uses));
        }
        return lines;
    }

    private static Use use(
            PackageContent content, Part part, Checklist.MaterialLine line, Set<String> taking) {
        Optional<Link> source =
                content.sources(part.item(), part.material().code()).stream()
                        .filter(link -> taking.contains(link.item()))
                        .findFirst();
        Provision provision =
                switch (line.need()) {
                    case LEFT_OUT -> Provision.LEFT_OUT;
                    case ON_FILE -> Provision.ON_FILE;
                    case NEEDED -> source.isPresent() ? Provision.FROM_MEMBER : Provision.NEEDED;
                    case OPEN -> source.isPresent() ? Provision.FROM_MEMBER : Provision.OPEN;
                };
        return new Use(part.item(), provision, line, source.orElse(null));
    }

    /** The first that any of the members makes of it, in the order of the provisions. */
    private static MaterialLine line(Group group, List<Use> uses) {
        Provision provision =
                uses.stream().map(Use::provision).min(Enum::compareTo).orElse(Provision.LEFT_OUT);
        List<Part> handed =
                uses.stream()
                        .filter(
                                u ->
                                        u.provision() == Provision.NEEDED
                                                || u.provision() == Provision.OPEN)
                        .map(u -> new Part(u.item(), u.line().material()))
                        .toList();
        Group asked = handed.isEmpty() ? group : new Group(group.name(), handed);
        return new MaterialLine(group.name(), provision, asked.form(), asked.copies(), uses);
    }
}
