package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockFact;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;

/** The clock of a case (时限): its facts as a ledger, and what that ledger shows. */
public final class CaseClock {

    private CaseClock() {}

    /** The facts that move the clock; what ends a case without a decision stops it too. */
    public static ClockLedger ledger(Case it) {
        List<ClockFact> ledger = new ArrayList<>();
        boolean movesPromise = it.extensionMovesPromise();
        for (CaseFact fact : it.facts()) {
            Instant at = fact.stamp().occurredAt();
            Instant known = fact.stamp().recordedAt();
            switch (fact) {
                case CaseFact.Submitted _ ->
                        ledger.add(new ClockFact.Received(at, known, it.header().declaredDue()));
                case CaseFact.Accepted f ->
                        ledger.add(
                                new ClockFact.Accepted(
                                        at, known, f.legalLimit(), f.promisedLimit(), null));
                case CaseFact.Suspended f ->
                        ledger.add(
                                new ClockFact.Suspended(
                                        at,
                                        known,
                                        f.procedureId(),
                                        f.kind(),
                                        TimeLimit.workingDays(f.announcedDays())));
                case CaseFact.Resumed f ->
                        ledger.add(new ClockFact.Resumed(at, known, f.procedureId()));
                case CaseFact.Extended f ->
                        ledger.add(new ClockFact.Extended(at, known, f.by(), movesPromise));
                case CaseFact.Rebased f ->
                        ledger.add(
                                new ClockFact.Rebased(
                                        at,
                                        known,
                                        f.decree(),
                                        f.calendarAfter(),
                                        due(f.legalDueBefore()),
                                        due(f.legalDueAfter()),
                                        due(f.promisedDueBefore()),
                                        due(f.promisedDueAfter())));
                case CaseFact.Decided _ -> ledger.add(new ClockFact.Decided(at, known));
                case CaseFact.Finished _,
                        CaseFact.Withdrawn _,
                        CaseFact.SentBack _,
                        CaseFact.AcceptanceRefused _ ->
                        ledger.add(new ClockFact.Finished(at, known));
                case CaseFact.Handling _,
                        CaseFact.Promised _,
                        CaseFact.PromiseFulfilled _,
                        CaseFact.PromiseOverdue _,
                        CaseFact.CorrectionRequested _,
                        CaseFact.Corrected _,
                        CaseFact.StepStarted _,
                        CaseFact.StepCompleted _,
                        CaseFact.CertificateIssued _,
                        CaseFact.Delivered _ -> {}
            }
        }
        return new ClockLedger(ledger);
    }

    /** A source without working days declares its due dates; they alone count then. */
    public static boolean countsInstantsOnly(Case it) {
        return it.header().origin() == CaseHeader.Origin.EXCHANGE && it.header().itemCode() == null;
    }

    public static ClockReading reading(Case it, WorkCalendars calendars, Instant asOf) {
        return countsInstantsOnly(it)
                ? ClockReading.instantsOnly(ledger(it))
                : ClockReading.of(ledger(it), calendars.of(it.header().region()), asOf);
    }

    static Deadlines deadlines(Case it, WorkCalendars calendars, Instant asOf) {
        ClockReading reading = reading(it, calendars, asOf);
        if (countsInstantsOnly(it)) {
            return new Deadlines(
                    null,
                    at(reading.legalDue()),
                    at(reading.promisedDue()),
                    reading.declaredDue(),
                    null,
                    null,
                    false,
                    it.header().region().value(),
                    "instants-only");
        }
        WorkCalendar calendar = calendars.of(it.header().region());
        Due answer = answerDue(it, calendar);
        return new Deadlines(
                at(answer),
                at(reading.legalDue()),
                at(reading.promisedDue()),
                reading.declaredDue(),
                at(deliveryDue(it, calendar)),
                StepClock.earliestDue(it, calendar),
                reading.provisional() || (answer != null && answer.provisional()),
                calendar.region().value(),
                Long.toString(calendar.version()));
    }

    /**
     * End of the department's silence; nothing where it has answered or the law gives it no
     * meaning.
     */
    private static @Nullable Due answerDue(Case it, WorkCalendar calendar) {
        TimeLimit limit = it.header().answerLimit();
        boolean silent =
                it.state() == CaseState.SUBMITTED
                        && it.header().origin() == CaseHeader.Origin.APPLICATION;
        return silent && limit != null ? calendar.due(it.answerRunsFrom(), limit) : null;
    }

    /** End of the time to deliver what was granted (行政许可法 art. 44), until it is delivered. */
    public static @Nullable Due deliveryDue(Case it, WorkCalendar calendar) {
        if (it.state() != CaseState.FINISHED) return null;
        return it.last(CaseFact.Decided.class)
                .filter(decided -> decided.deliverWithin() != null)
                .map(decided -> deliveryDue(decided, calendar))
                .orElse(null);
    }

    private static Due deliveryDue(CaseFact.Decided decided, WorkCalendar calendar) {
        TimeLimit within = Objects.requireNonNull(decided.deliverWithin());
        return calendar.due(decided.stamp().occurredAt(), within);
    }

    private static @Nullable Instant at(@Nullable Due due) {
        return due == null ? null : due.at();
    }

    private static @Nullable Due due(@Nullable Instant at) {
        return at == null ? null : new Due(Case.dayOf(at), at, false);
    }
}
