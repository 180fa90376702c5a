package org.oneseal.supervision.supervising;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.watching.WatchKind;

/**
 * The limit of a clock that no item states, such as the answer to a submission.
 *
 * @param stage what is waited for, such as that a ticket is signed for (签收); null for every stage
 *     of the kind that has no limit of its own
 * @param region holds there and below, until a term stands nearer
 * @param to last day, null while in force
 */
public record WatchTerm(
        WatchKind kind,
        @Nullable String stage,
        RegionCode region,
        TimeLimit limit,
        String ground,
        LocalDate from,
        @Nullable LocalDate to) {

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The same clock: whoever sets one limit ends the other. */
    public boolean isOf(WatchKind otherKind, @Nullable String otherStage) {
        return kind == otherKind && Objects.equals(stage, otherStage);
    }

    /**
     * The term that governs a stage on a day: of the stage before that of all stages, then the one
     * that was set nearest to the region.
     */
    public static Optional<WatchTerm> governing(
            Collection<WatchTerm> terms,
            WatchKind kind,
            @Nullable String stage,
            RegionCode region,
            LocalDate day) {
        return terms.stream()
                .filter(t -> t.isOf(kind, stage) || t.isOf(kind, null))
                .filter(t -> t.region().contains(region) && t.isInForce(day))
                .max(
                        Comparator.comparing((WatchTerm t) -> t.stage() != null)
                                .thenComparing(t -> t.region().level()));
    }
}
