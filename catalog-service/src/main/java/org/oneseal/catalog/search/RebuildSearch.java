package org.oneseal.catalog.search;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Builds what can be found again from the items with their guides, the packages and the answers.
 * Whoever publishes waits meanwhile, so that nothing newer is overwritten.
 */
@Component
public class RebuildSearch {

    private static final int BATCH = 500;

    private final SearchEntries entries;
    private final Items items;
    private final Packages packages;
    private final Departments departments;
    private final Registers registers;

    RebuildSearch(
            SearchEntries entries,
            Items items,
            Packages packages,
            Departments departments,
            Registers registers) {
        this.entries = entries;
        this.items = items;
        this.packages = packages;
        this.departments = departments;
        this.registers = registers;
    }

    /** How many were put of each. */
    public record Count(int items, int packages, int answers) {}

    @Transactional
    public Count rebuild() {
        entries.hold();
        Keeping keeping = new Keeping(entries);
        IndexCatalog index = new IndexCatalog(keeping, registers, items, departments);
        Count count = new Count(items(index), packages(index), answers(index));
        keeping.removeOthers();
        return count;
    }

    /**
     * Builds everything again where an older edition of the service had built it, or nobody has.
     */
    @Transactional
    public Count rebuildOutdated() {
        entries.renumber();
        return entries.outdated() ? rebuild() : new Count(0, 0, 0);
    }

    private int items(IndexCatalog index) {
        return eachPage(
                after -> items.publishedAfter(after, BATCH),
                code -> {
                    Item item = items.find(code).orElseThrow();
                    index.changed(item, departments.find(item.department()).orElseThrow());
                });
    }

    private int packages(IndexCatalog index) {
        return eachPage(
                after -> packages.publishedAfter(after, BATCH),
                code -> index.changed(packages.find(code).orElseThrow()));
    }

    private static int eachPage(Function<String, List<String>> pages, Consumer<String> each) {
        int count = 0;
        String after = "";
        List<String> page;
        do {
            page = pages.apply(after);
            page.forEach(each);
            count += page.size();
            if (!page.isEmpty()) after = page.getLast();
        } while (page.size() == BATCH);
        return count;
    }

    private int answers(IndexCatalog index) {
        List<RegisterEntry> all = registers.within(Register.KNOWLEDGE, RegionCode.NATION);
        all.forEach(index::changed);
        return all.size();
    }

    /** Puts entries and remembers which, to take away all others at the end. */
    private static final class Keeping implements SearchIndex {

        private final SearchEntries entries;
        private final Map<SearchKind, Set<String>> kept = new EnumMap<>(SearchKind.class);

        Keeping(SearchEntries entries) {
            this.entries = entries;
            for (SearchKind kind : SearchKind.values()) kept.put(kind, new HashSet<>());
        }

        @Override
        public void put(SearchEntry entry) {
            entries.put(entry);
            kept.getOrDefault(entry.kind(), new HashSet<>()).add(entry.ref());
        }

        @Override
        public void remove(SearchKind kind, String ref) {
            kept.getOrDefault(kind, new HashSet<>()).remove(ref);
        }

        void removeOthers() {
            kept.forEach(entries::keepOnly);
        }
    }
}
