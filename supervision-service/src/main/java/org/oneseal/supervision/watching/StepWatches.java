package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * case alone. The arithmetic is the kernel's, the one by which the case service counts.
 */
record StepWatches(Norms norms, CaseClock clock) {

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
        CaseFact.Stepped end = end(dossier, begun).orElse(null);
        Instant closed = closed(dossier, begun, ended);
        WorkCalendar calendar = norms.calendar(dossier.head().region()).orElse(null);
        Due due =
                limit == null || calendar == null
                        ? null
                        : due(dossier, counted(dossier, begun, limit, closed), calendar);
        Told.StepClaim told = told(dossier, begun, end);
        // What ends a step without doing it tells no day any more.
        boolean judged = closed == null || (end != null && Boolean.TRUE.equals(end.done()));
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
                        due != null || told == null ? null : told.due(),
                        false,
                        limit == null ? null : limit.amount(),
                        due != null && due.provisional(),
                        calendar == null ? null : calendar.region().value(),
                        calendar == null ? null : String.valueOf(calendar.version())),
                true,
                judged ? disagreement(dossier, begun, due, told) : List.of());
    }

    /** Of our own cases only: what the source of a fed one says is beside what is derived. */
    private static List<Finding> disagreement(
            Dossier dossier,
            CaseFact.Stepped begun,
            @Nullable Due ours,
            Told.@Nullable StepClaim theirs) {
        if (dossier.head().fed() || ours == null || theirs == null) return List.of();
        if (ours.at().equals(theirs.due())) return List.of();
        return List.of(
                new Finding(
                        FindingCode.DUE_DISAGREES,
                        begun.told().sequence(),
                        ours.at(),
                        theirs.due()));
    }

    /** What was told of its end last, with its start or with what moved it since. */
    private static Told.@Nullable StepClaim told(
            Dossier dossier, CaseFact.Stepped begun, CaseFact.@Nullable Stepped end) {
        String step = Objects.requireNonNull(begun.step());
        Told.StepClaim first = begun.due() == null ? null : new Told.StepClaim(step, begun.due());
        if (end != null && end.due() != null) return new Told.StepClaim(step, end.due());
        return dossier.facts().stream()
                .filter(f -> f.told().sequence() > begun.told().sequence())
                .filter(f -> end == null || f.told().sequence() < end.told().sequence())
                .sorted(Comparator.comparing(f -> f.told().sequence()))
                .map(f -> f.told().claim())
                .filter(Objects::nonNull)
                .map(Told.Claim::step)
                .filter(Objects::nonNull)
                .filter(claim -> claim.code().equals(step))
                .reduce((_, later) -> later)
                .orElse(first);
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

    /** The first that ends it: it was done, or the case came back to it or to one before it. */
    private static Optional<CaseFact.Stepped> end(Dossier dossier, CaseFact.Stepped begun) {
        return dossier.all(CaseFact.Stepped.class)
                .filter(s -> s.ends(Objects.requireNonNull(begun.step())))
                .filter(s -> s.told().sequence() > begun.told().sequence())
                .min(Comparator.comparing(s -> s.told().sequence()));
    }

    /** What the watch of a step counts: the part of the case's ledger that is the step's. */
    Optional<ClockLedger> counted(Dossier dossier, String watchId, @Nullable Instant ended) {
        for (CaseFact.Stepped begun : dossier.all(CaseFact.Stepped.class).toList()) {
            if (!watchId.equals(Watchkeeper.id(dossier.head(), WatchKind.STEP, begun))) continue;
            TimeLimit limit = begun.step() == null ? null : limit(dossier.head(), begun.step());
            if (limit == null) return Optional.empty();
            return Optional.of(counted(dossier, begun, limit, closed(dossier, begun, ended)));
        }
        return Optional.empty();
    }

    private ClockLedger counted(
            Dossier dossier, CaseFact.Stepped begun, TimeLimit limit, @Nullable Instant closed) {
        Instant opened = begun.told().occurredAt();
        Instant from =
                countsFromAcceptance(dossier.head(), begun) ? accepted(dossier, opened) : opened;
        return clock.ledger(dossier).part(from, limit, closed);
    }

    /** When it was done, or void, or the case was over; never before it began. */
    private static @Nullable Instant closed(
            Dossier dossier, CaseFact.Stepped begun, @Nullable Instant ended) {
        Instant closed = end(dossier, begun).map(s -> s.told().occurredAt()).orElse(ended);
        Instant opened = begun.told().occurredAt();
        return closed != null && closed.isBefore(opened) ? opened : closed;
    }

    private static @Nullable Due due(Dossier dossier, ClockLedger counted, WorkCalendar calendar) {
        try {
            return ClockReading.of(counted, calendar, dossier.knownAt()).legalDue();
        } catch (UnknownYear e) {
            return null;
        }
    }
}
