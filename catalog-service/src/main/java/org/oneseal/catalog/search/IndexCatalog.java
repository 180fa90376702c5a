package org.oneseal.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemIndex;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageIndex;
import org.oneseal.catalog.packages.PackageStatus;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.registers.EntryIndex;
import org.oneseal.catalog.registers.ItemAliases;
import org.oneseal.catalog.registers.KnowledgeAnswer;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.search.SearchEntry.Field;
import org.oneseal.catalog.search.SearchEntry.Other;
import org.springframework.stereotype.Component;

/**
 * Puts items and knowledge answers where they can be found: an item as the version in force says.
 */
@Component
class IndexCatalog implements ItemIndex, EntryIndex, PackageIndex {

    private final SearchIndex index;
    private final Registers registers;
    private final Items items;
    private final Departments departments;

    IndexCatalog(SearchIndex index, Registers registers, Items items, Departments departments) {
        this.index = index;
        this.registers = registers;
        this.items = items;
        this.departments = departments;
    }

    @Override
    public void changed(Item item, Department department) {
        Optional<ItemVersion> shown = shown(item);
        if (shown.isEmpty() || item.status() == ItemStatus.CANCELLED) {
            index.remove(SearchKind.ITEM, item.code());
            index.remove(SearchKind.GUIDE, item.code());
            return;
        }
        ItemContent content = shown.get().content();
        List<Other> others = new ArrayList<>();
        others.add(new Other(Field.DEPARTMENT, department.name()));
        content.results().forEach(result -> others.add(new Other(Field.RESULT, result.name())));
        content.materials().forEach(m -> others.add(new Other(Field.MATERIAL, m.name())));
        index.put(
                new SearchEntry(
                        SearchKind.ITEM,
                        item.code(),
                        item.region(),
                        content.name(),
                        aliases(item.code()),
                        others,
                        null,
                        null));
        guide(item, content);
    }

    /** A guide is found by the item's name and by what it asks. */
    private void guide(Item item, ItemContent content) {
        Guide guide = content.guidance();
        if (guide == null) {
            index.remove(SearchKind.GUIDE, item.code());
            return;
        }
        List<Other> others = new ArrayList<>();
        guide.variants().forEach(v -> others.add(new Other(Field.TEXT, v.name().zh())));
        guide.questions().forEach(q -> others.add(new Other(Field.TEXT, q.text().zh())));
        index.put(
                new SearchEntry(
                        SearchKind.GUIDE,
                        item.code(),
                        item.region(),
                        content.name(),
                        List.of(),
                        others,
                        null,
                        null));
    }

    @Override
    public void changed(ServicePackage changed) {
        Optional<PackageVersion> shown = changed.numbered(changed.governing()).or(changed::latest);
        if (shown.isEmpty() || changed.status() == PackageStatus.WITHDRAWN) {
            index.remove(SearchKind.PACKAGE, changed.code());
            return;
        }
        PackageContent content = shown.get().content();
        List<Other> others = new ArrayList<>();
        departments
                .find(changed.department())
                .ifPresent(d -> others.add(new Other(Field.DEPARTMENT, d.name())));
        items.ofCodes(content.items()).forEach(i -> others.add(new Other(Field.TEXT, i.name())));
        index.put(
                new SearchEntry(
                        SearchKind.PACKAGE,
                        changed.code(),
                        changed.region(),
                        content.name().zh(),
                        List.of(),
                        others,
                        null,
                        null));
    }

    /** The version that governs, before that the one planned. */
    private static Optional<ItemVersion> shown(Item item) {
        return item.numbered(item.governing()).or(item::latest);
    }

    private List<String> aliases(String code) {
        return registers
                .find(Register.ALIASES, code)
                .filter(entry -> !entry.withdrawn())
                .map(entry -> entry.body() instanceof ItemAliases(var names) ? names : null)
                .orElse(List.of());
    }

    @Override
    public void changed(RegisterEntry entry) {
        switch (entry.body()) {
            case ItemAliases _ ->
                    items.find(entry.key())
                            .ifPresent(
                                    item ->
                                            changed(
                                                    item,
                                                    departments
                                                            .find(item.department())
                                                            .orElseThrow()));
            case KnowledgeAnswer answer -> changed(entry, answer);
            default -> {}
        }
    }

    private void changed(RegisterEntry entry, KnowledgeAnswer answer) {
        if (entry.withdrawn() || answer.approval() == null) {
            index.remove(SearchKind.KNOWLEDGE, entry.key());
            return;
        }
        index.put(
                new SearchEntry(
                        SearchKind.KNOWLEDGE,
                        entry.key(),
                        entry.region(),
                        answer.question(),
                        answer.phrasings(),
                        List.of(new Other(Field.TEXT, answer.answer())),
                        answer.validFrom(),
                        answer.validTo()));
    }
}
