package org.oneseal.supervision.watching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * What a publication or a project of the market waits for: a watch from one milestone to the next,
 * each stage by its own limit. Where a term is set here, the due date is derived by it and what the
 * sender states is beside it; the earlier governs.
 */
record MilestoneWatches(Norms norms) {

    List<Watch> of(Dossier dossier) {
        List<CaseFact.Milestone> milestones = dossier.all(CaseFact.Milestone.class).toList();
        List<Watch> watches = new ArrayList<>();
        for (CaseFact.Milestone milestone : milestones) {
            if (milestone.awaits() == null) continue;
            Instant next =
                    milestones.stream()
                            .filter(m -> m.told().sequence() > milestone.told().sequence())
                            .map(m -> m.told().occurredAt())
                            .findFirst()
                            .orElse(null);
            watches.add(watch(dossier.head(), milestone, next));
        }
        return watches;
    }

    /** From when the watch of that id is counted, empty if it is none of these. */
    static Optional<Instant> countedFrom(Dossier dossier, String watchId) {
        return dossier.all(CaseFact.Milestone.class)
                .filter(m -> Watchkeeper.id(dossier.head(), m.kind(), m).equals(watchId))
                .findFirst()
                .map(MilestoneWatches::counted);
    }

    /** The day that the milestone names, else when it was reached. */
    private static Instant counted(CaseFact.Milestone milestone) {
        LocalDate from = milestone.from();
        return from == null
                ? milestone.told().occurredAt()
                : from.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private Watch watch(CaseHead head, CaseFact.Milestone milestone, @Nullable Instant next) {
        Instant opened = milestone.told().occurredAt();
        Instant counted = counted(milestone);
        WorkCalendar calendar = norms.calendar(head.region()).orElse(null);
        TimeLimit limit =
                norms.term(
                                milestone.kind(),
                                milestone.awaits(),
                                head.region(),
                                Workdays.day(counted))
                        .orElse(null);
        Due due = due(calendar, counted, limit);
        Instant closed = next != null && next.isBefore(opened) ? opened : next;
        return new Watch(
                Watchkeeper.id(head, milestone.kind(), milestone),
                milestone.kind(),
                head,
                closed == null ? WatchState.OPEN : WatchState.CLOSED,
                opened,
                closed,
                new Dues(
                        due == null ? null : due.at(),
                        null,
                        endOf(milestone.by()),
                        false,
                        limit == null ? null : limit.amount(),
                        due != null && due.provisional(),
                        calendar == null ? null : calendar.region().value(),
                        calendar == null ? null : String.valueOf(calendar.version())),
                true,
                List.of());
    }

    private static @Nullable Due due(
            @Nullable WorkCalendar calendar, Instant start, @Nullable TimeLimit limit) {
        if (calendar == null || limit == null) return null;
        try {
            return calendar.due(start, limit);
        } catch (UnknownYear e) {
            return null;
        }
    }

    /** The last instant of a day that a table can tell apart from the next one. */
    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1)
                        .atStartOfDay(WorkCalendar.ZONE)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
    }
}
