package org.oneseal.supervision.watching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

/** What watches and figures are measured by, as this service has learned it. */
public interface Norms {

    /** The calendar that governs the region, empty while none has arrived. */
    Optional<WorkCalendar> calendar(RegionCode region);

    Optional<ItemNorm> item(String code, int version);

    /**
     * The limit of a clock that no item states, on that day.
     *
     * @param stage what is waited for, where the kind has stages; a stage without a limit of its
     *     own has that of the kind
     */
    Optional<TimeLimit> term(
            WatchKind kind, @Nullable String stage, RegionCode region, LocalDate day);

    /** Whether a department's own system told of cases like this one at that moment (业务系统). */
    boolean hasLineSystem(CaseHead head, Instant at);
}
