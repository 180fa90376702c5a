package org.oneseal.catalog.indicators;

import java.util.List;
import org.oneseal.catalog.standing.StandingEntries.Kind;
import org.oneseal.catalog.standing.StandingEntries.Said;

/**
 * How much of what an entry should say it says (详实度).
 *
 * @param asked how many elements it should say
 * @param missing those that it does not
 */
public record Detail(Said entry, long asked, List<DetailElement> missing) {

    public Detail {
        missing = List.copyOf(missing);
    }

    static Detail of(Said entry, InspectionRules rules) {
        Kind kind = entry.kind();
        List<DetailElement> asked =
                rules.elements().stream()
                        .filter(e -> e.kind() == kind && e.asked(entry.content()))
                        .toList();
        return new Detail(
                entry, asked.size(), asked.stream().filter(e -> !e.said(entry.content())).toList());
    }

    public long said() {
        return asked - missing.size();
    }
}
