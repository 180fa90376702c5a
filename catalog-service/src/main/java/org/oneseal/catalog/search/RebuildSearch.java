package org.oneseal.catalog.search;

import java.util.List;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Builds what can be found again from the items and answers themselves. Guides and packages are put
 * back by their own publishers.
 */
@Component
public class RebuildSearch {

    private static final int BATCH = 500;

    private final SearchEntries entries;
    private final IndexCatalog index;
    private final Items items;
    private final Departments departments;
    private final Registers registers;

    RebuildSearch(
            SearchEntries entries,
            IndexCatalog index,
            Items items,
            Departments departments,
            Registers registers) {
        this.entries = entries;
        this.index = index;
        this.items = items;
        this.departments = departments;
        this.registers = registers;
    }

    /** How many were put of each. */
    public record Count(int items, int answers) {}

    @Transactional
    public Count rebuild() {
        entries.clear(SearchKind.ITEM);
        entries.clear(SearchKind.KNOWLEDGE);
        return new Count(items(), answers());
    }

    /** Builds again what an older edition of the service had built. */
    @Transactional
    public Count rebuildOutdated() {
        boolean items = entries.outdated(SearchKind.ITEM);
        boolean answers = entries.outdated(SearchKind.KNOWLEDGE);
        if (items) entries.clear(SearchKind.ITEM);
        if (answers) entries.clear(SearchKind.KNOWLEDGE);
        return new Count(items ? items() : 0, answers ? answers() : 0);
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
