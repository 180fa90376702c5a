package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.Stage;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnitTable;

/** Checks of what waits for what: no circles, no result of a member asked for, stages in time. */
final class LinkChecks {

    private final PackageContent content;
    private final Map<String, ItemContent> known;
    private final UnitTable units;
    private final Set<String> items;
    private final Map<String, Integer> stages = new HashMap<>();
    private final List<Objection> found = new ArrayList<>();

    private LinkChecks(PackageContent content, Map<String, ItemContent> known, UnitTable units) {
        this.content = content;
        this.known = known;
        this.units = units;
        this.items = Set.copyOf(content.items());
        for (int i = 0; i < content.stages().size(); i++) {
            stages.putIfAbsent(content.stages().get(i).code(), i);
        }
    }

    static List<Objection> objections(
            PackageContent content, Map<String, ItemContent> known, UnitTable units) {
        LinkChecks checks = new LinkChecks(content, known, units);
        for (int i = 0; i < content.members().size(); i++) {
            checks.links("/members/" + i + "/after", content.members().get(i));
        }
        Optional<List<String>> circle = PackageOrder.circle(content);
        circle.ifPresent(
                path ->
                        checks.found.add(
                                Objection.of("package-circular", String.join(" → ", path))
                                        .at("/members")));
        checks.outputs();
        boolean orderly =
                circle.isEmpty()
                        && checks.found.isEmpty()
                        && checks.stages.size() == content.stages().size()
                        && checks.items.size() == content.members().size();
        if (orderly) checks.stagesInTime();
        return checks.found;
    }

    private void links(String place, Member member) {
        Set<String> fed = new HashSet<>();
        for (int i = 0; i < member.after().size(); i++) {
            Link link = member.after().get(i);
            String at = place + "/" + i;
            if (!items.contains(link.item())) {
                found.add(Objection.of("member-unknown", link.item()).at(at + "/item"));
                continue;
            }
            if (stage(link.item()) > stage(member.item())) {
                found.add(
                        Objection.of("stage-order-reversed", member.item(), link.item())
                                .at(at + "/item"));
            }
            handedOn(at, member, link);
            String material = link.material();
            if (!fed.add(link.item() + " " + material)) {
                found.add(Objection.of("code-repeated", link.item()).at(at + "/item"));
            }
        }
    }

    private int stage(String item) {
        return content.members().stream()
                .filter(m -> m.item().equals(item))
                .findFirst()
                .map(m -> stages.getOrDefault(String.valueOf(m.stage()), 0))
                .orElse(0);
    }

    private void handedOn(String at, Member member, Link link) {
        String result = link.result();
        String material = link.material();
        if ((result == null) != (material == null)) {
            found.add(Objection.of("link-incomplete", link.item()).at(at));
            return;
        }
        if (result == null || material == null) return;
        ItemContent giver = known.get(link.item());
        ItemContent taker = known.get(member.item());
        if (giver == null || taker == null) return;
        Optional<ItemResult> given =
                giver.results().stream().filter(r -> r.code().equals(result)).findFirst();
        Optional<Material> taken =
                taker.materials().stream().filter(m -> m.code().equals(material)).findFirst();
        if (given.isEmpty()) found.add(Objection.of("result-unknown", result).at(at + "/result"));
        if (taken.isEmpty()) {
            found.add(Objection.of("material-unknown", material).at(at + "/material"));
        }
        if (given.isPresent() && taken.isPresent()) {
            String gives = given.get().certificateType();
            String takes = taken.get().certificateType();
            if (takes != null && !takes.equals(gives)) {
                found.add(
                        Objection.of("link-types-differ", String.valueOf(gives), takes)
                                .at(at + "/material"));
            }
        }
    }

    /** What one member gives out another never asks for: the two must be linked. */
    private void outputs() {
        for (int i = 0; i < content.members().size(); i++) {
            String taker = content.members().get(i).item();
            ItemContent taking = known.get(taker);
            if (taking == null) continue;
            for (Material material : taking.materials()) {
                if (!content.sources(taker, material.code()).isEmpty()) continue;
                String giver = giver(taker, material);
                if (giver != null) {
                    found.add(
                            Objection.of("output-asked-for", material.name(), taker, giver)
                                    .withGround("国办发〔2022〕32号")
                                    .at("/members/" + i + "/after"));
                }
            }
        }
    }

    private @Nullable String giver(String taker, Material material) {
        for (Map.Entry<String, ItemContent> other : known.entrySet()) {
            if (other.getKey().equals(taker)) continue;
            for (ItemResult result : other.getValue().results()) {
                String type = material.certificateType();
                if ((type != null && type.equals(result.certificateType()))
                        || result.name().equals(material.name())) {
                    return other.getKey();
                }
            }
        }
        return null;
    }

    /** All of a stage, in its order, within the stage's limit. */
    private void stagesInTime() {
        for (int i = 0; i < content.stages().size(); i++) {
            Stage stage = content.stages().get(i);
            TimeLimit limit = stage.limit();
            if (limit == null) continue;
            Map<String, TimeLimit> limits = new HashMap<>();
            for (Member member : content.members()) {
                ItemContent item = known.get(member.item());
                if (item == null || !stage.code().equals(member.stage())) continue;
                TimeLimit promised = item.promisedLimit();
                if (promised != null) limits.put(member.item(), promised);
            }
            int days = PackageOrder.of(content, limits, units).workingDays();
            int most = units.workingDays(limit);
            if (days > most) {
                found.add(
                        Objection.of(
                                        "stage-takes-longer",
                                        stage.code(),
                                        String.valueOf(days),
                                        String.valueOf(most))
                                .at("/stages/" + i + "/limit"));
            }
        }
    }
}
