package org.oneseal.catalog.indicators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oneseal.catalog.publishing.BasicDirectory;

/**
 * Which matters of the basic directory are published (清单覆盖率).
 *
 * @param listed matters that the directory has for the region
 * @param published of these, the matters that some item is published of
 * @param missing the others
 * @param unlisted codes that items are published of and that the directory has no more
 * @param byDepartment how many matters each department has published
 */
public record Coverage(
        long listed,
        long published,
        List<BasicDirectory.Entry> missing,
        List<String> unlisted,
        Map<String, Long> byDepartment) {

    static Coverage of(List<BasicDirectory.Entry> listed, List<ProveFigures.Published> items) {
        Set<String> codes = new TreeSet<>();
        listed.forEach(entry -> codes.add(entry.basicCode()));
        Set<String> there = new TreeSet<>();
        Set<String> unlisted = new TreeSet<>();
        Map<String, Set<String>> departments = new TreeMap<>();
        for (ProveFigures.Published item : items) {
            if (!codes.contains(item.basicCode())) {
                unlisted.add(item.basicCode());
                continue;
            }
            there.add(item.basicCode());
            departments
                    .computeIfAbsent(item.department(), _ -> new TreeSet<>())
                    .add(item.basicCode());
        }
        Map<String, Long> counts = new TreeMap<>();
        departments.forEach((department, matters) -> counts.put(department, (long) matters.size()));
        return new Coverage(
                listed.size(),
                there.size(),
                listed.stream().filter(e -> !there.contains(e.basicCode())).toList(),
                List.copyOf(unlisted),
                counts);
    }

    public Optional<Ratio> ratio() {
        return Ratio.of(published, listed);
    }
}
