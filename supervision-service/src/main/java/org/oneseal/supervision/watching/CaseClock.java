package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * The clock of a case (办理时限) as supervision derives it: from the facts that it was told, the limits
 * of the pinned item version and the calendar of the region, and not from what others say is due.
 * Pure.
 */
public final class CaseClock {

    private final Norms norms;

    public CaseClock(Norms norms) {
        this.norms = norms;
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
                        facts.add(
                                new ClockFact.Extended(
                                        occurred, recorded, e.by(), limits.movesPromise()));
                case CaseFact.Decided _ -> facts.add(new ClockFact.Decided(occurred, recorded));
                case CaseFact.Finished _ -> facts.add(new ClockFact.Finished(occurred, recorded));
                case CaseFact.CorrectionRequested _,
                        CaseFact.Corrected _,
                        CaseFact.NotAccepted _,
                        CaseFact.Stepped _,
                        CaseFact.Milestone _,
                        CaseFact.Rebased _,
                        CaseFact.Consulted _,
                        CaseFact.ConsultationEnded _,
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
                                        .map(CaseClock::asTold)
                                        .orElse(ItemNorm.ofLimits("", 0, null, null)));
    }

    private static ItemNorm asTold(CaseFact.Accepted accepted) {
        return new ItemNorm(
                "",
                0,
                accepted.legal(),
                accepted.promised(),
                accepted.extensionMovesPromise(),
                Map.of(),
                null,
                Set.of());
    }

    /** Whether the catalog's version is here, and not only what was told of it. */
    boolean isPinned(CaseHead head) {
        return itemNorm(head).isPresent();
    }

    private Optional<ItemNorm> itemNorm(CaseHead head) {
        return head.itemCode() == null || head.itemVersion() == null
                ? Optional.empty()
                : norms.item(head.itemCode(), head.itemVersion());
    }

    /** By law, as promised and as declared, whichever are known. */
    Dues dues(Dossier dossier, Instant opened) {
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
        return Workdays.between(calendar, opened, promise);
    }
}
