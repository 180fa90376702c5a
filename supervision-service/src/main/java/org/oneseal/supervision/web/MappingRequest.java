package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.retrospect.LogMapping;

/**
 * How a log is to be read: which column tells what, and what activities do to the clock.
 *
 * @param zone Asia/Shanghai if nothing is said
 */
record MappingRequest(
        @NotNull LogMapping.Format format,
        @Nullable @Size(max = 100) String caseId,
        @Nullable @Size(max = 100) String activity,
        @Nullable @Size(max = 100) String time,
        @Nullable @Size(max = 60) String timeFormat,
        @Nullable @Size(max = 60) String zone,
        @Nullable @Size(max = 100) String recorded,
        @Nullable @Size(max = 100) String department,
        @Nullable @Size(max = 100) String item,
        @Nullable @Size(max = 100) String due,
        @Nullable Boolean instantsOnly,
        @Nullable @Size(max = 1000) Map<String, LogMapping.Effect> activities,
        @Nullable Boolean endsWithLastEvent,
        @Nullable @Valid LimitRequest legal,
        @Nullable @Valid LimitRequest promised) {

    private static final int MOST = 3650;

    /** A limit from the start of a case. */
    record LimitRequest(@Positive @Max(MOST) int amount, @NotNull LimitUnit unit) {

        TimeLimit limit() {
            return new TimeLimit(amount, unit);
        }
    }

    LogMapping mapping() {
        return new LogMapping(
                format,
                caseId,
                activity,
                time,
                timeFormat,
                zone == null ? "Asia/Shanghai" : zone,
                recorded,
                department,
                item,
                due,
                Boolean.TRUE.equals(instantsOnly),
                activities == null ? Map.of() : activities,
                Boolean.TRUE.equals(endsWithLastEvent),
                legal == null ? null : legal.limit(),
                promised == null ? null : promised.limit());
    }
}
