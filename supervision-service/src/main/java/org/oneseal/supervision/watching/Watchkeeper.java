package org.oneseal.supervision.watching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockFact;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * Derives the watches of a case from its dossier. Pure: the same facts, calendars and items give
 * the same watches, in whatever order the facts arrived.
 */
public final class Watchkeeper {

    private final Norms norms;

    public Watchkeeper(Norms norms) {
        this.norms = norms;
    }

    /** All watches the facts open, each in a fixed place. */
    public List<Watch> watches(Dossier dossier) {
        List<Watch> watches = new ArrayList<>();
        caseWatch(dossier).ifPresent(watches::add);
        if (!dossier.head().fed()) {
            watches.addAll(answerWatches(dossier));
            certificateWatch(dossier).ifPresent(watches::add);
        }
        watches.addAll(procedureWatches(dossier));
        PromiseWatch.all(dossier).forEach(p -> watches.add(promise(dossier.head(), p)));
        return watches;
    }

    /**
     * The clock of the case as the kernel reads it, empty before acceptance or without calendar.
     */
    public Optional<ClockReading> reading(Dossier dossier, Instant asOf) {
        WorkCalendar calendar = norms.calendar(dossier.head().region()).orElse(null);
        if (calendar == null || dossier.all(CaseFact.Accepted.class).findAny().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClockReading.of(ledger(dossier), calendar, asOf));
        } catch (UnknownYear e) {
            return Optional.empty();
        }
    }

    private Optional<Watch> caseWatch(Dossier dossier) {
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
        Dues dues = dues(dossier, opened);
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
                        itemNorm(head).isPresent(),
                        findings(dossier, opened, dues)));
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
                                            dossier.head().region(),
                                            day(trigger.told().occurredAt()))
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
                                                        dossier.head().region(),
                                                        day(decided.told().occurredAt()))
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

    private static String id(CaseHead head, WatchKind kind, CaseFact opening) {
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
                true,
                List.of());
    }

    private Dues dues(Dossier dossier, Instant opened) {
        CaseHead head = dossier.head();
        WorkCalendar calendar = norms.calendar(head.region()).orElse(null);
        ClockReading reading = reading(dossier, dossier.knownAt()).orElse(null);
        Due legalDue = reading == null ? null : reading.legalDue();
        Due promisedDue = reading == null ? null : reading.promisedDue();
        Instant legal = legalDue == null ? null : legalDue.at();
        Instant promised = promisedDue == null ? null : promisedDue.at();
        Told.Claim declaring =
                dossier.facts().stream()
                        .map(f -> f.told().claim())
                        .filter(Objects::nonNull)
                        .filter(c -> c.declaredDue() != null)
                        .reduce((_, last) -> last)
                        .orElse(null);
        Instant declared = declaring == null ? null : declaring.declaredDue();
        // Told once, it holds: not every later event repeats what calendar its source goes by.
        boolean instantsOnly =
                dossier.facts().stream()
                        .map(f -> f.told().claim())
                        .filter(Objects::nonNull)
                        .anyMatch(Told.Claim::instantsOnly);
        boolean declaredGoverns = declared != null && (legal == null || !legal.isBefore(declared));
        return new Dues(
                legal,
                promised,
                declared,
                instantsOnly && declaredGoverns,
                promisedDays(dossier, opened, Dues.earlier(promised, legal), calendar),
                (legalDue != null && legalDue.provisional())
                        || (promisedDue != null && promisedDue.provisional()),
                reading == null || calendar == null ? null : calendar.region().value(),
                reading == null || calendar == null ? null : String.valueOf(calendar.version()));
    }

    private @Nullable Integer promisedDays(
            Dossier dossier,
            Instant opened,
            @Nullable Instant promise,
            @Nullable WorkCalendar calendar) {
        TimeLimit limit = limits(dossier).promised();
        if (limit == null) limit = limits(dossier).legal();
        if (limit != null && limit.unit() == LimitUnit.WORKING_DAY) return limit.amount();
        if (limit != null && limit.unit() == LimitUnit.OFFICE_HOUR) return 1;
        if (promise == null || calendar == null) return null;
        return workdays(calendar, opened, promise);
    }

    /** The clock of the case as a ledger of the kernel. */
    public ClockLedger ledger(Dossier dossier) {
        List<ClockFact> facts = new ArrayList<>();
        ItemNorm limits = limits(dossier);
        for (CaseFact fact : dossier.facts()) {
            Instant occurred = fact.told().occurredAt();
            Instant recorded = fact.told().recordedAt();
            switch (fact) {
                case CaseFact.Submitted _ ->
                        facts.add(new ClockFact.Received(occurred, recorded, null));
                case CaseFact.Accepted accepted ->
                        facts.add(
                                new ClockFact.Accepted(
                                        accepted.from(),
                                        recorded,
                                        limits.legal(),
                                        limits.promised(),
                                        null));
                case CaseFact.Suspended s ->
                        facts.add(
                                new ClockFact.Suspended(
                                        occurred,
                                        recorded,
                                        s.procedure(),
                                        "",
                                        TimeLimit.workingDays(s.announcedDays())));
                case CaseFact.Resumed r ->
                        facts.add(new ClockFact.Resumed(occurred, recorded, r.procedure()));
                case CaseFact.Extended e ->
                        facts.add(new ClockFact.Extended(occurred, recorded, e.by(), false));
                case CaseFact.Decided _ -> facts.add(new ClockFact.Decided(occurred, recorded));
                case CaseFact.Finished _ -> facts.add(new ClockFact.Finished(occurred, recorded));
                case CaseFact.CorrectionRequested _,
                        CaseFact.Corrected _,
                        CaseFact.NotAccepted _,
                        CaseFact.Stepped _,
                        CaseFact.Rebased _,
                        CaseFact.CertificateIssued _,
                        CaseFact.Delivered _,
                        CaseFact.Promised _,
                        CaseFact.PromiseFulfilled _,
                        CaseFact.PromiseOverdue _,
                        CaseFact.Withdrawn _,
                        CaseFact.Returned _ -> {}
            }
        }
        return new ClockLedger(facts);
    }

    /** Limits of the pinned item version: the catalog's where we have it, else as told. */
    public ItemNorm limits(Dossier dossier) {
        return itemNorm(dossier.head())
                .orElseGet(
                        () ->
                                dossier.all(CaseFact.Accepted.class)
                                        .findFirst()
                                        .map(a -> new ItemNorm("", 0, a.legal(), a.promised()))
                                        .orElse(new ItemNorm("", 0, null, null)));
    }

    private Optional<ItemNorm> itemNorm(CaseHead head) {
        return head.itemCode() == null || head.itemVersion() == null
                ? Optional.empty()
                : norms.item(head.itemCode(), head.itemVersion());
    }

    private List<Finding> findings(Dossier dossier, Instant opened, Dues dues) {
        List<Finding> findings = new ArrayList<>();
        if (dues.provisional()) {
            findings.add(new Finding(FindingCode.PROVISIONAL, 0, null, null));
        }
        disagreement(dossier, dues).ifPresent(findings::add);
        if (dues.declared() != null
                && dues.legal() != null
                && dues.declared().isAfter(dues.legal())) {
            findings.add(new Finding(FindingCode.DECLARED_LATER, 0, dues.legal(), dues.declared()));
        }
        Instant finished =
                dossier.all(CaseFact.Finished.class)
                        .map(f -> f.told().occurredAt())
                        .findFirst()
                        .orElse(null);
        if (finished != null && finished.isBefore(opened)) {
            findings.add(new Finding(FindingCode.END_BEFORE_START, 0, null, null));
        }
        WorkCalendar calendar = norms.calendar(dossier.head().region()).orElse(null);
        boolean late = false;
        boolean after = false;
        for (CaseFact fact : dossier.facts()) {
            if (!after && finished != null && isAfterEnd(fact, finished)) {
                findings.add(Finding.of(FindingCode.AFTER_END, fact));
                after = true;
            }
            if (!late && isLate(fact, calendar)) {
                findings.add(Finding.of(FindingCode.LATE_REPORT, fact));
                late = true;
            }
        }
        addTold(dossier, findings);
        return findings;
    }

    /** What the sender found and we did not see ourselves. */
    private static void addTold(Dossier dossier, List<Finding> findings) {
        for (FindingCode code : FindingCode.values()) {
            boolean known = findings.stream().anyMatch(f -> f.code() == code);
            if (known) continue;
            dossier.facts().stream()
                    .filter(f -> f.told().findings().contains(code.name()))
                    .findFirst()
                    .ifPresent(f -> findings.add(Finding.of(code, f)));
        }
    }

    /** The last due dates stated for the case, if they are not ours. */
    private static Optional<Finding> disagreement(Dossier dossier, Dues dues) {
        return dossier.facts().stream()
                .filter(f -> f.told().claim() != null)
                .max(Comparator.comparing(f -> f.told().sequence()))
                .flatMap(
                        f -> {
                            Told.Claim claim = Objects.requireNonNull(f.told().claim());
                            return differs(f, dues.legal(), claim.legalDue())
                                    .or(() -> differs(f, dues.promised(), claim.promisedDue()));
                        });
    }

    private static Optional<Finding> differs(
            CaseFact fact, @Nullable Instant ours, @Nullable Instant theirs) {
        return ours == null || theirs == null || ours.equals(theirs)
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                FindingCode.DUE_DISAGREES, fact.told().sequence(), ours, theirs));
    }

    private static boolean isAfterEnd(CaseFact fact, Instant finished) {
        return switch (fact) {
            case CaseFact.CertificateIssued _,
                    CaseFact.Delivered _,
                    CaseFact.Rebased _,
                    CaseFact.Promised _,
                    CaseFact.PromiseFulfilled _,
                    CaseFact.PromiseOverdue _ ->
                    false;
            case CaseFact.Submitted _,
                    CaseFact.CorrectionRequested _,
                    CaseFact.Corrected _,
                    CaseFact.Accepted _,
                    CaseFact.NotAccepted _,
                    CaseFact.Stepped _,
                    CaseFact.Suspended _,
                    CaseFact.Resumed _,
                    CaseFact.Extended _,
                    CaseFact.Decided _,
                    CaseFact.Finished _,
                    CaseFact.Withdrawn _,
                    CaseFact.Returned _ ->
                    fact.told().occurredAt().isAfter(finished);
        };
    }

    /**
     * Reported more than a working day after it happened; without a calendar, more than three days.
     */
    public static boolean isLate(CaseFact fact, @Nullable WorkCalendar calendar) {
        Told told = fact.told();
        if (told.lag().toDays() >= 30) return true;
        if (told.lag().toHours() < 24) return false;
        Integer days =
                calendar == null ? null : workdays(calendar, told.occurredAt(), told.recordedAt());
        return days == null ? told.lag().toDays() > 3 : days > 1;
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

    private static @Nullable Integer workdays(WorkCalendar calendar, Instant from, Instant to) {
        try {
            return calendar.workdaysBetween(day(from), day(to));
        } catch (UnknownYear e) {
            return null;
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }
}
