package org.oneseal.market.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Last days of terms in working days, on the calendar of a region. */
@Component
class WorkingDays {

    private final CatalogCalendars calendars;

    WorkingDays(CatalogCalendars calendars) {
        this.calendars = calendars;
    }

    /** So many working days after the day; null while no calendar is known for it. */
    @Nullable LocalDate after(RegionCode region, LocalDate day, int days) {
        return calendars
                .forCounting(region, day)
                .map(
                        calendar -> {
                            LocalDate last = day;
                            for (int left = days; left > 0; ) {
                                last = last.plusDays(1);
                                if (calendar.isWorkday(last)) left--;
                            }
                            return last;
                        })
                .orElse(null);
    }

    /** What a drawn or confirmed project waits for, counted anew; null for any other. */
    @Nullable LocalDate recounted(Project project) {
        SelectionRule rule = project.round().rule();
        return switch (project.state()) {
            case ProjectState.Drawn _ -> {
                var proof = project.round().proof();
                yield proof == null
                        ? null
                        : after(
                                project.region(),
                                Project.dayOf(proof.revealedAt()),
                                rule.confirmDays());
            }
            case ProjectState.Confirmed confirmed ->
                    after(project.region(), Project.dayOf(confirmed.at()), rule.contractDays());
            default -> null;
        };
    }
}
