package org.oneseal.supervision.supervising;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.watching.WatchKind;

/**
 * The limit of a clock that no item states, such as the answer to a submission.
 *
 * @param region holds there and below, until a term stands nearer
 * @param to last day, null while in force
 */
public record WatchTerm(
        WatchKind kind,
        RegionCode region,
        TimeLimit limit,
        String ground,
        LocalDate from,
        @Nullable LocalDate to) {

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
