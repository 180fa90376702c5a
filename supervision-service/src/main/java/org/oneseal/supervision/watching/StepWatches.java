package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockFact;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * The clocks of steps that have a limit, each by the kernel's arithmetic: a special procedure stops
 * them as it stops the case. A lower body's prior examination (先行审查, 行政许可法 art. 43) counts from
 * acceptance, other steps from their start. A step without a limit of its own is watched by the
 * case alone.
 */
record StepWatches(Norms norms) {

    List<Watch> of(Dossier dossier, @Nullable Instant ended) {
        List<Watch> watches = new ArrayList<>();
        for (CaseFact.Stepped begun : dossier.all(CaseFact.Stepped.class).toList()) {
            if (begun.step() == null || !Boolean.FALSE.equals(begun.done())) continue;
            TimeLimit limit = limit(dossier.head(), begun.step());
            if (limit == null && begun.due() == null) continue;
            watches.add(watch(dossier, begun, limit, ended));
        }
        return watches;
    }

    private @Nullable TimeLimit limit(CaseHead head, String step) {
        return head.itemCode() == null || head.itemVersion() == null
                ? null
                : norms.item(head.itemCode(), head.itemVersion())
                        .map(item -> item.steps().get(step))
                        .orElse(null);
    }

    private Watch watch(
            Dossier dossier,
            CaseFact.Stepped begun,
            @Nullable TimeLimit limit,
            @Nullable Instant ended) {
        Instant opened = begun.told().occurredAt();
        Instant done = done(dossier, begun);
        Instant closed = done == null ? ended : done;
        if (closed != null && closed.isBefore(opened)) closed = opened;
        WorkCalendar calendar = norms.calendar(dossier.head().region()).orElse(null);
        Instant from =
                countsFromAcceptance(dossier.head(), begun) ? accepted(dossier, opened) : opened;
        Due due = limit == null ? null : due(dossier, from, limit, calendar);
        return new Watch(
                Watchkeeper.id(dossier.head(), WatchKind.STEP, begun),
                WatchKind.STEP,
                dossier.head(),
                closed == null ? WatchState.OPEN : WatchState.CLOSED,
                opened,
                closed,
                new Dues(
                        due == null ? null : due.at(),
                        null,
                        due == null ? begun.due() : null,
                        false,
                        limit == null ? null : limit.amount(),
                        due != null && due.provisional(),
                        calendar == null ? null : calendar.region().value(),
                        calendar == null ? null : String.valueOf(calendar.version())),
                true,
                List.of());
    }

    /** Of our own cases only: what a department's system calls a step is not the item's. */
    private boolean countsFromAcceptance(CaseHead head, CaseFact.Stepped begun) {
        return !head.fed()
                && head.itemCode() != null
                && head.itemVersion() != null
                && norms.item(head.itemCode(), head.itemVersion())
                        .filter(item -> Objects.equals(item.priorExamination(), begun.step()))
                        .isPresent();
    }

    /** When the clock of the case began, as far as that has been told. */
    private static Instant accepted(Dossier dossier, Instant opened) {
        return dossier.all(CaseFact.Accepted.class)
                .findFirst()
                .map(CaseFact.Accepted::from)
                .orElse(opened);
    }

    private static @Nullable Instant done(Dossier dossier, CaseFact.Stepped begun) {
        return dossier.all(CaseFact.Stepped.class)
                .filter(s -> Objects.equals(s.step(), begun.step()))
                .filter(s -> Boolean.TRUE.equals(s.done()))
                .filter(s -> s.told().sequence() > begun.told().sequence())
                .map(s -> s.told().occurredAt())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Due due(
            Dossier dossier, Instant from, TimeLimit limit, @Nullable WorkCalendar calendar) {
        if (calendar == null) return null;
        List<ClockFact> facts = new ArrayList<>();
        facts.add(new ClockFact.Accepted(from, from, limit, null, null));
        for (CaseFact fact : dossier.facts()) {
            if (fact.told().occurredAt().isBefore(from)) continue;
            stop(fact).ifPresent(facts::add);
        }
        try {
            return ClockReading.of(new ClockLedger(facts), calendar, dossier.knownAt()).legalDue();
        } catch (UnknownYear e) {
            return null;
        }
    }

    private static Optional<ClockFact> stop(CaseFact fact) {
        Told told = fact.told();
        return switch (fact) {
            case CaseFact.Suspended(Told _, String procedure, int days) ->
                    Optional.of(
                            new ClockFact.Suspended(
                                    told.occurredAt(),
                                    told.recordedAt(),
                                    procedure,
                                    "",
                                    TimeLimit.workingDays(days)));
            case CaseFact.Resumed(Told _, String procedure) ->
                    Optional.of(
                            new ClockFact.Resumed(told.occurredAt(), told.recordedAt(), procedure));
            default -> Optional.empty();
        };
    }
}
