package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * Derives the watches of a case from its dossier. Pure: the same facts, calendars and items give
 * the same watches, in whatever order the facts arrived.
 */
public final class Watchkeeper {

    private final Norms norms;
    private final CaseClock clock;

    public Watchkeeper(Norms norms) {
        this.norms = norms;
        this.clock = new CaseClock(norms);
    }

    /** All watches the facts open, each in a fixed place. */
    public List<Watch> watches(Dossier dossier) {
        List<Watch> watches = new ArrayList<>();
        caseWatch(dossier).ifPresent(watches::add);
        if (!dossier.head().fed()) {
            watches.addAll(answerWatches(dossier));
            certificateWatch(dossier).ifPresent(watches::add);
            watches.addAll(new ConductWatches(norms).of(dossier, end(dossier)));
        }
        watches.addAll(new StepWatches(norms, clock).of(dossier, end(dossier)));
        watches.addAll(new MilestoneWatches(norms).of(dossier));
        watches.addAll(procedureWatches(dossier));
        PromiseWatch.all(dossier).forEach(p -> watches.add(promise(dossier.head(), p)));
        return watches;
    }

    /** What the watch of a step counts, empty where that is not known or it is none of a step. */
    public Optional<ClockLedger> stepLedger(Dossier dossier, String watchId) {
        return new StepWatches(norms, clock).counted(dossier, watchId, end(dossier));
    }

    /** From when a watch of a milestone is counted, empty if it is none of these. */
    public static Optional<Instant> countedFrom(Dossier dossier, String watchId) {
        return MilestoneWatches.countedFrom(dossier, watchId);
    }

    /** The clock of the case itself, empty as long as it does not run. */
    public Optional<Watch> caseWatch(Dossier dossier) {
        CaseHead head = dossier.head();
        Instant opened =
                Stream.concat(
                                dossier.all(CaseFact.Accepted.class).map(CaseFact.Accepted::from),
                                dossier.all(CaseFact.Submitted.class)
                                        .filter(_ -> head.fed())
                                        .map(f -> f.told().occurredAt()))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (opened == null) return Optional.empty();
        Instant closed = end(dossier);
        Dues dues = clock.dues(dossier, opened);
        boolean paused =
                closed == null
                        && dossier.all(CaseFact.Suspended.class)
                                .anyMatch(s -> resumption(dossier, s) == null);
        return Optional.of(
                new Watch(
                        head.caseId() + "." + WatchKind.CASE.code(),
                        WatchKind.CASE,
                        head,
                        closed != null
                                ? WatchState.CLOSED
                                : paused ? WatchState.PAUSED : WatchState.OPEN,
                        opened,
                        closed,
                        dues,
                        clock.isPinned(head),
                        Findings.of(
                                dossier,
                                opened,
                                dues,
                                norms.calendar(head.region()).orElse(null))));
    }

    private List<Watch> answerWatches(Dossier dossier) {
        List<Watch> watches = new ArrayList<>();
        List<CaseFact> triggers =
                dossier.facts().stream()
                        .filter(
                                f ->
                                        f instanceof CaseFact.Submitted
                                                || f instanceof CaseFact.Corrected)
                        .toList();
        for (CaseFact trigger : triggers) {
            Instant answered =
                    dossier.facts().stream()
                            .filter(f -> f.told().sequence() > trigger.told().sequence())
                            .filter(Watchkeeper::answers)
                            .min(Comparator.comparing(f -> f.told().sequence()))
                            .map(f -> answeredAt(f, trigger))
                            .orElse(null);
            watches.add(
                    own(
                            dossier.head(),
                            WatchKind.ANSWER,
                            trigger,
                            answered,
                            norms.term(
                                            WatchKind.ANSWER,
                                            null,
                                            dossier.head().region(),
                                            Workdays.day(trigger.told().occurredAt()))
                                    .orElse(null)));
        }
        return watches;
    }

    private Optional<Watch> certificateWatch(Dossier dossier) {
        return dossier.all(CaseFact.Decided.class)
                .filter(d -> d.granted() && d.certificate() != null)
                .findFirst()
                .map(
                        decided ->
                                own(
                                        dossier.head(),
                                        WatchKind.CERTIFICATE,
                                        decided,
                                        dossier.facts().stream()
                                                .filter(
                                                        f ->
                                                                f
                                                                                instanceof
                                                                                CaseFact
                                                                                        .CertificateIssued
                                                                        || f
                                                                                instanceof
                                                                                CaseFact.Delivered)
                                                .map(f -> f.told().occurredAt())
                                                .findFirst()
                                                .orElse(null),
                                        norms.term(
                                                        WatchKind.CERTIFICATE,
                                                        null,
                                                        dossier.head().region(),
                                                        Workdays.day(decided.told().occurredAt()))
                                                .orElse(null)));
    }

    private List<Watch> procedureWatches(Dossier dossier) {
        return dossier.all(CaseFact.Suspended.class)
                .map(
                        suspended -> {
                            Instant resumed = resumption(dossier, suspended);
                            return own(
                                    dossier.head(),
                                    WatchKind.SPECIAL_PROCEDURE,
                                    suspended,
                                    resumed == null ? end(dossier) : resumed,
                                    TimeLimit.workingDays(suspended.announcedDays()));
                        })
                .toList();
    }

    private Watch promise(CaseHead head, PromiseWatch promise) {
        WorkCalendar calendar = norms.calendar(head.region()).orElse(null);
        return new Watch(
                id(head, WatchKind.PROMISE, promise.opening()),
                WatchKind.PROMISE,
                head,
                promise.closedAt() == null ? WatchState.OPEN : WatchState.CLOSED,
                promise.opening().told().occurredAt(),
                promise.closedAt(),
                new Dues(
                        promise.due(),
                        null,
                        null,
                        false,
                        null,
                        false,
                        calendar == null ? null : calendar.region().value(),
                        calendar == null ? null : String.valueOf(calendar.version())),
                true,
                List.of());
    }

    static String id(CaseHead head, WatchKind kind, CaseFact opening) {
        return head.caseId() + "." + kind.code() + "-" + opening.told().sequence();
    }

    /** A watch with a limit of its own, opened by one fact. */
    private Watch own(
            CaseHead head,
            WatchKind kind,
            CaseFact opening,
            @Nullable Instant closed,
            @Nullable TimeLimit limit) {
        Instant opened = opening.told().occurredAt();
        WorkCalendar calendar = norms.calendar(head.region()).orElse(null);
        Due due = limit == null ? null : due(calendar, opened, limit);
        return new Watch(
                id(head, kind, opening),
                kind,
                head,
                closed == null ? WatchState.OPEN : WatchState.CLOSED,
                opened,
                closed,
                new Dues(
                        due == null ? null : due.at(),
                        null,
                        null,
                        false,
                        limit == null ? null : limit.amount(),
                        due != null && due.provisional(),
                        calendar == null ? null : calendar.region().value(),
                        calendar == null ? null : String.valueOf(calendar.version())),
                clock.isPinned(head),
                List.of());
    }

    /** The end of the case's own clock: the decision, else whatever ended the case. */
    private static @Nullable Instant end(Dossier dossier) {
        return dossier.facts().stream()
                .filter(Watchkeeper::ends)
                .map(f -> f.told().occurredAt())
                .findFirst()
                .orElse(null);
    }

    private static boolean ends(CaseFact fact) {
        return fact instanceof CaseFact.Decided
                || fact instanceof CaseFact.Finished
                || fact instanceof CaseFact.Withdrawn
                || fact instanceof CaseFact.Returned
                || fact instanceof CaseFact.NotAccepted;
    }

    private static boolean answers(CaseFact fact) {
        return fact instanceof CaseFact.Accepted
                || fact instanceof CaseFact.CorrectionRequested
                || fact instanceof CaseFact.Corrected
                || ends(fact);
    }

    /** Deemed acceptance is no answer: the silence lasted until the law spoke. */
    private static Instant answeredAt(CaseFact fact, CaseFact trigger) {
        Instant at =
                fact instanceof CaseFact.Accepted accepted && accepted.deemed()
                        ? fact.told().recordedAt()
                        : fact.told().occurredAt();
        return at.isBefore(trigger.told().occurredAt()) ? trigger.told().occurredAt() : at;
    }

    private static @Nullable Instant resumption(Dossier dossier, CaseFact.Suspended suspended) {
        return dossier.all(CaseFact.Resumed.class)
                .filter(r -> r.procedure().equals(suspended.procedure()))
                .map(r -> r.told().occurredAt())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Due due(
            @Nullable WorkCalendar calendar, Instant start, TimeLimit limit) {
        if (calendar == null) return null;
        try {
            return calendar.due(start, limit);
        } catch (UnknownYear e) {
            return null;
        }
    }
}
