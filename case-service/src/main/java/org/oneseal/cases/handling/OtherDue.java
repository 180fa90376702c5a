package org.oneseal.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockFact;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * What is due in a case beside its decision, each with what it was counted from.
 *
 * @param name of the step or the department, null where there is only one
 * @param counted from which days: what it begins with, and what stops it
 * @param due as it was told; of a step as it is derived now
 */
public record OtherDue(
        What what, @Nullable String name, TimeLimit limit, ClockLedger counted, Instant due) {

    /** Counted from the day after, whatever happens to the case. */
    OtherDue(What what, @Nullable String name, Instant from, TimeLimit limit, Instant due) {
        this(
                what,
                name,
                limit,
                ClockLedger.of(new ClockFact.Accepted(from, from, limit, null, null)),
                due);
    }

    /** It is counted from the next day. */
    public Instant from() {
        return counted.start().orElseThrow().occurredAt();
    }

    /** Whose it is. */
    public enum What {
        /** The department's answer to the application (受理告知). */
        ANSWER(true),
        /** The applicant's corrections (补正). */
        CORRECTION(true),
        /** Delivery of what was granted (送达). */
        DELIVERY(true),
        STEP(false),
        /** A lower body's prior examination (先行审查), counted from acceptance. */
        PRIOR_EXAMINATION(false),
        CONSULTATION(false);

        private final boolean forApplicants;

        What(boolean forApplicants) {
            this.forApplicants = forApplicants;
        }

        /** What officers owe each other is not the applicant's. */
        public boolean forApplicants() {
            return forApplicants;
        }
    }

    public static List<OtherDue> of(Case it, WorkCalendars calendars, Instant now) {
        List<OtherDue> dues = new ArrayList<>();
        if (it.header().origin() == CaseHeader.Origin.EXCHANGE) return dues;
        Deadlines told = it.deadlines(calendars, now);
        TimeLimit answer = it.header().answerLimit();
        if (told.answerDue() != null && answer != null) {
            dues.add(
                    new OtherDue(What.ANSWER, null, it.answerRunsFrom(), answer, told.answerDue()));
        }
        if (it.state() == CaseState.IN_CORRECTION) {
            CaseFact.CorrectionRequested asked =
                    it.last(CaseFact.CorrectionRequested.class).orElseThrow();
            correction(asked.stamp(), asked.answerWithin(), asked.answerBy(), dues);
        }
        HandlingFact.SupplementRequested more = pendingSupplement(it);
        if (more != null && it.state().open()) {
            correction(more.stamp(), more.answerWithin(), more.answerBy(), dues);
        }
        if (told.deliverBy() != null) {
            CaseFact.Decided decided = it.last(CaseFact.Decided.class).orElseThrow();
            dues.add(
                    new OtherDue(
                            What.DELIVERY,
                            null,
                            decided.stamp().occurredAt(),
                            Objects.requireNonNull(decided.deliverWithin()),
                            told.deliverBy()));
        }
        if (it.state().open()) {
            WorkCalendar calendar = calendars.of(it.header().region());
            StepClock.running(it).forEach(clock -> dues.add(step(clock, calendar)));
            consultations(it, dues);
        }
        return dues;
    }

    /** Applicants keep no office hours: they have the whole of their last day. */
    private static void correction(
            CaseFact.Stamp asked,
            @Nullable TimeLimit within,
            LocalDate answerBy,
            List<OtherDue> dues) {
        if (within == null) return;
        Instant end = answerBy.atTime(23, 59, 59).atZone(Case.ZONE).toInstant();
        dues.add(new OtherDue(What.CORRECTION, null, asked.occurredAt(), within, end));
    }

    private static HandlingFact.@Nullable SupplementRequested pendingSupplement(Case it) {
        HandlingFact.@Nullable SupplementRequested pending = null;
        for (CaseFact fact : it.facts()) {
            if (fact instanceof HandlingFact.SupplementRequested asked) pending = asked;
            if (fact instanceof HandlingFact.SupplementGiven) pending = null;
        }
        return pending;
    }

    private static OtherDue step(StepClock clock, WorkCalendar calendar) {
        What what = clock.countsFromAcceptance() ? What.PRIOR_EXAMINATION : What.STEP;
        return new OtherDue(
                what, clock.step().name(), clock.limit(), clock.counted(), clock.due(calendar));
    }

    private static void consultations(Case it, List<OtherDue> dues) {
        for (Consulting consulting : Consulting.all(it)) {
            var asked = consulting.asked();
            boolean waits =
                    switch (consulting.state()) {
                        case OPEN, OVERDUE -> true;
                        case ANSWERED, WITHDRAWN -> false;
                    };
            if (waits) {
                dues.add(
                        new OtherDue(
                                What.CONSULTATION,
                                asked.department(),
                                asked.stamp().occurredAt(),
                                asked.limit(),
                                asked.due()));
            }
        }
    }
}
