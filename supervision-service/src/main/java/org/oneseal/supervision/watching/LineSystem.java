package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * A department's own system (业务系统) as one of its registrations has it: which cases it tells of, and
 * when.
 *
 * @param items codes of the items whose cases it tells of
 * @param since from when the registration holds
 * @param until when the next one took its place, null while none has
 */
public record LineSystem(
        RegionCode region,
        Set<String> departments,
        Set<String> items,
        Instant since,
        @Nullable Instant until) {

    public LineSystem {
        departments = Set.copyOf(departments);
        items = Set.copyOf(items);
    }

    /** Whether it tells of cases of this department, item and region at that moment. */
    public boolean tellsOf(CaseHead head, Instant at) {
        String department = head.department();
        String item = head.itemCode();
        return department != null
                && item != null
                && departments.contains(department)
                && items.contains(item)
                && region.contains(head.region())
                && !at.isBefore(since)
                && (until == null || at.isBefore(until));
    }
}
