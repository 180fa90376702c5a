package org.oneseal.catalog.search;

import java.util.List;
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
 */
@Component
public class RebuildSearch {

    private static final int BATCH = 500;

    private final SearchEntries entries;
    private final IndexCatalog index;
    private final Items items;
    private final Packages packages;
    private final Departments departments;
    private final Registers registers;

    RebuildSearch(
            SearchEntries entries,
            IndexCatalog index,
            Items items,
            Packages packages,
            Departments departments,
            Registers registers) {
        this.entries = entries;
        this.index = index;
        this.items = items;
        this.packages = packages;
        this.departments = departments;
        this.registers = registers;
    }

    /** How many were put of each. */
    public record Count(int items, int packages, int answers) {}

    @Transactional
    public Count rebuild() {
        for (SearchKind kind : SearchKind.values()) entries.clear(kind);
        return new Count(items(), packages(), answers());
    }

    /**
     * Builds everything again where an older edition of the service had built it, or nobody has.
     */
    @Transactional
    public Count rebuildOutdated() {
        return entries.outdated() ? rebuild() : new Count(0, 0, 0);
    }

    private int packages() {
        int count = 0;
        String after = "";
        List<String> page;
        do {
            page = packages.publishedAfter(after, BATCH);
            for (String code : page) index.changed(packages.find(code).orElseThrow());
            count += page.size();
            if (!page.isEmpty()) after = page.getLast();
        } while (page.size() == BATCH);
        return count;
    }

    private int items() {
        int count = 0;
        String after = "";
        List<String> page;
        do {
            page = items.publishedAfter(after, BATCH);
            for (String code : page) {
                Item item = items.find(code).orElseThrow();
                index.changed(item, departments.find(item.department()).orElseThrow());
                count++;
            }
            if (!page.isEmpty()) after = page.getLast();
        } while (page.size() == BATCH);
        return count;
    }

    private int answers() {
        List<RegisterEntry> all = registers.within(Register.KNOWLEDGE, RegionCode.NATION);
        all.forEach(index::changed);
        return all.size();
    }
}
