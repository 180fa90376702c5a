package org.oneseal.supervision.measuring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.CaseClock;
import org.oneseal.supervision.watching.Findings;
import org.oneseal.supervision.watching.Watchkeeper;

/** Counts what one case contributes to the indicators. Pure. */
public final class Tallier {

    /** 网上: by browser, app or mini-programme; others come to a window, a kiosk or by mail. */
    private static final Set<String> ONLINE =
            Set.of("ONLINE", "INTERNET", "APP", "MOBILE", "WEB", "MINI_PROGRAM");

    /** 删除, 转报 and 补正不来: the case ended without being finished (办结结果). */
    private static final Set<String> IRREGULAR = Set.of("3", "4", "5");

    private final Norms norms;
    private final Watchkeeper watchkeeper;
    private final CaseClock clock;

    public Tallier(Norms norms) {
        this.norms = norms;
        this.watchkeeper = new Watchkeeper(norms);
        this.clock = new CaseClock(norms);
    }

    /** The case's contribution, each event on the day it happened. */
    public Tally tally(Dossier dossier) {
        return tally(dossier, watchkeeper.caseWatch(dossier).orElse(null));
    }

    /**
     * @param watch the case's own, as derived from the dossier
     */
    public Tally tally(Dossier dossier, @Nullable Watch watch) {
        Tally tally = new Tally();
        CaseHead head = dossier.head();
        WorkCalendar calendar = norms.calendar(head.region()).orElse(null);
        boolean submitted = false;
        boolean accepted = false;
        boolean finished = false;
        for (CaseFact fact : dossier.facts()) {
            if (fact instanceof CaseFact.Milestone) continue;
            Cell cell = cell(head, fact.told().occurredAt());
            tally.add(cell, Counter.REPORTS, 1);
            tally.add(cell, Counter.REPORT_LAG_SECONDS, fact.lag().toSeconds());
            if (Findings.isLate(fact, calendar)) tally.add(cell, Counter.REPORTS_LATE, 1);
            switch (fact) {
                case CaseFact.Submitted _ -> {
                    if (!submitted) tally.add(cell, Counter.SUBMITTED, 1);
                    submitted = true;
                }
                case CaseFact.Accepted a -> {
                    if (!accepted) accept(tally, dossier, cell(head, a.from()), a, calendar);
                    accepted = true;
                }
                case CaseFact.NotAccepted _ -> tally.add(cell, Counter.REFUSED, 1);
                case CaseFact.Withdrawn _ -> tally.add(cell, Counter.WITHDRAWN, 1);
                case CaseFact.Finished f -> {
                    if (!finished && watch != null) {
                        finish(tally, cell, f, watch, calendar, dossier);
                    }
                    finished = true;
                }
                case CaseFact.CorrectionRequested _,
                        CaseFact.Corrected _,
                        CaseFact.Stepped _,
                        CaseFact.Milestone _,
                        CaseFact.Suspended _,
                        CaseFact.Resumed _,
                        CaseFact.Extended _,
                        CaseFact.Rebased _,
                        CaseFact.Consulted _,
                        CaseFact.ConsultationEnded _,
                        CaseFact.Promised _,
                        CaseFact.PromiseFulfilled _,
                        CaseFact.PromiseOverdue _,
                        CaseFact.Decided _,
                        CaseFact.CertificateIssued _,
                        CaseFact.Delivered _,
                        CaseFact.Returned _ -> {}
            }
        }
        return tally;
    }

    /** The cell of a case on the day of an instant. */
    public static Cell cell(CaseHead head, Instant at) {
        String department = head.department();
        String item = head.itemCode();
        return new Cell(
                LocalDate.ofInstant(at, WorkCalendar.ZONE),
                head.region().value(),
                department == null ? "" : department,
                item == null ? "" : item,
                head.channel());
    }

    private void accept(
            Tally tally,
            Dossier dossier,
            Cell cell,
            CaseFact.Accepted accepted,
            @Nullable WorkCalendar calendar) {
        tally.add(cell, Counter.ACCEPTED, 1);
        if (dossier.head().immediate()) tally.add(cell, Counter.ACCEPTED_IMMEDIATE, 1);
        if (ONLINE.contains(dossier.head().channel().toUpperCase(Locale.ROOT))) {
            tally.add(cell, Counter.ACCEPTED_ONLINE, 1);
        }
        if (!dossier.head().fed() && norms.hasLineSystem(dossier.head(), accepted.from())) {
            tally.add(cell, Counter.ACCEPTED_REENTERED, 1);
        }
        if (dossier.all(CaseFact.Promised.class).findAny().isPresent()) {
            tally.add(cell, Counter.ACCEPTED_ON_PROMISE, 1);
        }
        ItemNorm limits = clock.limits(dossier);
        Integer legal = days(limits.legal(), accepted.from(), calendar);
        Integer promised = days(limits.promised(), accepted.from(), calendar);
        if (legal != null && promised != null) {
            tally.add(cell, Counter.ACCEPTED_LEGAL_DAYS, legal);
            tally.add(cell, Counter.ACCEPTED_PROMISED_DAYS, promised);
        }
    }

    private void finish(
            Tally tally,
            Cell cell,
            CaseFact.Finished finished,
            Watch watch,
            @Nullable WorkCalendar calendar,
            Dossier dossier) {
        Instant end = finished.told().occurredAt();
        tally.add(cell, Counter.FINISHED, 1);
        if (!IRREGULAR.contains(finished.result())) tally.add(cell, Counter.FINISHED_REGULAR, 1);
        Instant promise = watch.dues().promise();
        if (promise != null && end.isBefore(promise)) tally.add(cell, Counter.FINISHED_EARLY, 1);
        if (watch.isLate(end)) tally.add(cell, Counter.FINISHED_LATE, 1);
        ItemNorm limits = clock.limits(dossier);
        Integer legal = days(limits.legal(), watch.openedAt(), calendar);
        if (watch.head().immediate() || legal == null || legal <= 0 || calendar == null) return;
        Integer stated = days(limits.promised(), watch.openedAt(), calendar);
        Integer used = workdays(calendar, watch.openedAt(), end);
        ClockReading reading = clock.reading(dossier, end).orElse(null);
        if (used == null || reading == null) return;
        Integer credited = reading.creditedWorkdays();
        int special = credited == null ? 0 : credited;
        // A promise beyond the law is no promise: the law governs.
        int promised = stated == null ? legal : Math.min(stated, legal);
        tally.add(cell, Counter.MEASURED, 1);
        tally.add(cell, Counter.MEASURED_LEGAL_DAYS, legal + special);
        tally.add(cell, Counter.MEASURED_PROMISED_DAYS, promised + special);
        tally.add(cell, Counter.MEASURED_USED_DAYS, Math.max(0, used));
    }

    /** A limit in working days from that moment. */
    private static @Nullable Integer days(
            @Nullable TimeLimit limit, Instant from, @Nullable WorkCalendar calendar) {
        if (limit == null) return null;
        if (limit.unit() == LimitUnit.WORKING_DAY) return limit.amount();
        if (calendar == null) return null;
        try {
            return workdays(calendar, from, calendar.due(from, limit).at());
        } catch (UnknownYear e) {
            return null;
        }
    }

    private static @Nullable Integer workdays(WorkCalendar calendar, Instant from, Instant to) {
        try {
            return calendar.workdaysBetween(
                    LocalDate.ofInstant(from, WorkCalendar.ZONE),
                    LocalDate.ofInstant(to, WorkCalendar.ZONE));
        } catch (UnknownYear e) {
            return null;
        }
    }
}
