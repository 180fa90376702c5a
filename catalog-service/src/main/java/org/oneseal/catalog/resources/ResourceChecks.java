package org.oneseal.catalog.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.catalog.items.CertificateType;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.resources.ResourceContent.ResultRef;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;

/** Everything that may stand against an entry of the directory, told at once. */
@Component
class ResourceChecks {

    private final Items items;

    ResourceChecks(Items items) {
        this.items = items;
    }

    /**
     * What stands against it.
     *
     * @param day from which it is to count
     */
    List<Objection> objections(ResourceContent content, ResourceRule rule, LocalDate day) {
        List<Objection> objections = withoutItem(content, rule);
        origin(content, day, objections);
        return objections;
    }

    /** The same but for the item that it comes from. */
    List<Objection> withoutItem(ResourceContent content, ResourceRule rule) {
        List<Objection> objections = new ArrayList<>();
        if (content.name().isEmpty()) {
            objections.add(Objection.of("resource-name-missing").at("/content/name"));
        }
        elements(content, objections);
        share(content, rule, objections);
        String type = content.certificateType();
        if (type != null && !CertificateType.isValid(type)) {
            objections.add(
                    Objection.of("certificate-type-invalid", type).at("/content/certificateType"));
        }
        return objections;
    }

    private static void elements(ResourceContent content, List<Objection> objections) {
        if (content.elements().isEmpty()) {
            objections.add(Objection.of("elements-missing").at("/content/elements"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < content.elements().size(); i++) {
            DataElement element = content.elements().get(i);
            String at = "/content/elements/" + i;
            if (!seen.add(element.code())) {
                objections.add(Objection.of("code-repeated", element.code()).at(at + "/code"));
            }
            if (element.name().isBlank()) {
                objections.add(Objection.of("element-name-missing").at(at + "/name"));
            }
        }
    }

    private static void share(
            ResourceContent content, ResourceRule rule, List<Objection> objections) {
        boolean conditional = content.share() == ShareKind.CONDITIONAL;
        if (conditional && content.condition() == null) {
            objections.add(
                    Objection.of("share-condition-missing")
                            .withGround(rule.ground())
                            .at("/content/condition"));
        }
        if (!conditional && content.condition() != null) {
            objections.add(
                    Objection.of("share-condition-unwanted")
                            .withGround(rule.ground())
                            .at("/content/condition"));
        }
        if (content.share() != ShareKind.UNCONDITIONAL && content.ground() == null) {
            objections.add(
                    Objection.of("share-ground-missing")
                            .withGround(rule.ground())
                            .at("/content/ground"));
        }
    }

    private void origin(ResourceContent content, LocalDate day, List<Objection> objections) {
        ResultRef result = content.result();
        if (result == null) return;
        Optional<Item> item = items.find(result.item()).filter(i -> !i.versions().isEmpty());
        if (item.isEmpty()) {
            objections.add(Objection.of("item-unknown", result.item()).at("/content/result/item"));
            return;
        }
        boolean known =
                item.get().governing(day).or(item.get()::latest).stream()
                        .flatMap(version -> version.content().results().stream())
                        .anyMatch(r -> r.code().equals(result.result()));
        if (!known) {
            objections.add(
                    Objection.of("result-unknown", result.result()).at("/content/result/result"));
        }
    }
}
