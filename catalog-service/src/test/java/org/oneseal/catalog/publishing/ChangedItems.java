package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.items.ItemSamples.licence;

import java.time.Instant;
import java.util.List;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.platform.objection.Objection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An item that may be published, with something of it changed, and what the rules say of that. */
final class ChangedItems {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChangedItems() {}

    /** The fit item with members replaced; materials are completed by the first one's values. */
    static ItemContent changed(String change) {
        ObjectNode content = JSON.valueToTree(licence());
        ObjectNode changes = (ObjectNode) JSON.readTree(change);
        changes.properties()
                .forEach(
                        member -> {
                            if (member.getKey().equals("materials")) {
                                var completed = JSON.createArrayNode();
                                for (var material : member.getValue()) {
                                    ObjectNode whole =
                                            JSON.valueToTree(ItemSamples.material("m1", "x"));
                                    whole.setAll((ObjectNode) material);
                                    completed.add(whole);
                                }
                                content.set("materials", completed);
                            } else if (member.getKey().equals("guide")
                                    && member.getValue().isObject()) {
                                ((ObjectNode) content.get("guide"))
                                        .setAll((ObjectNode) member.getValue());
                            } else {
                                content.set(member.getKey(), member.getValue());
                            }
                        });
        return JSON.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .treeToValue(content, ItemContent.class);
    }

    static ItemContent formed(int version, String type) {
        return changed(
                """
                {"forms":[{"code":"f","name":"申请表","version":%d,"schema":{
                 "$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
                 "title":"%s","properties":{"a":{"description":"%s"}}}}]}
                """
                        .formatted(version, type, type));
    }

    static Item coded(String code) {
        Item fit = ItemSamples.draft(licence());
        return new Item(
                code,
                fit.region(),
                fit.department(),
                fit.standing(),
                fit.draft(),
                null,
                List.of(),
                0,
                1,
                "SM3:00");
    }

    static List<Objection> objections(ItemContent draft) {
        return objections(ItemSamples.draft(draft));
    }

    static List<Objection> objections(Item item) {
        return ItemSamples.rules().objections(item, draftOf(item));
    }

    static ItemContent draftOf(Item item) {
        ItemContent draft = item.draft();
        if (draft == null) throw new IllegalStateException("a draft is needed");
        return draft;
    }

    static ItemOutcome publish(Item item) {
        return item.publish(
                ItemSamples.rules(),
                ItemSamples.FINGERPRINTS,
                ItemSamples.TODAY,
                ItemSamples.TODAY,
                Instant.parse("2026-03-02T02:00:00Z"));
    }

    static Item edited(Item item, ItemContent content) {
        return done(item.edit(content, Origin.EDITOR, ItemSamples.FINGERPRINTS));
    }

    static Item done(ItemOutcome outcome) {
        if (outcome instanceof ItemOutcome.Done done) return done.item();
        throw new AssertionError(codes(outcome).toString());
    }

    static List<String> codes(ItemOutcome outcome) {
        return outcome instanceof ItemOutcome.Objected objected
                ? objected.objections().stream().map(Objection::code).toList()
                : List.of();
    }
}
