package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * The clock of a step (环节时限): from its start, a lower body's prior examination (先行审查, 行政许可法 art.
 * 43) from acceptance. What a special procedure takes is not counted (art. 45), whether it began
 * before the step or in it.
 *
 * @param counted a part of the clock of the case
 */
public record StepClock(CaseFact.StepStarted step, TimeLimit limit, ClockLedger counted) {

    /** Those under way that have a time of their own, in the order of their start. */
    static List<StepClock> running(Case it) {
        if (!it.state().open()) return List.of();
        Map<String, CaseFact.StepStarted> open = new LinkedHashMap<>();
        for (CaseFact fact : it.facts()) {
            if (fact instanceof CaseFact.StepStarted started) open.put(started.step(), started);
            if (fact instanceof CaseFact.StepCompleted done) open.remove(done.step());
            if (fact instanceof HandlingFact.StepReturned back) {
                back.reopened().forEach(open::remove);
            }
        }
        List<StepClock> clocks = new ArrayList<>();
        open.values().forEach(step -> of(it, step, null).ifPresent(clocks::add));
        return clocks;
    }

    /** The clock of a step as it was done, empty where it has no time of its own. */
    static Optional<StepClock> of(Case it, CaseFact.StepCompleted done) {
        return started(it, done).flatMap(step -> of(it, step, done.stamp().occurredAt()));
    }

    /** The start that was followed by this completion. */
    static Optional<CaseFact.StepStarted> started(Case it, CaseFact.StepCompleted done) {
        return it.facts().subList(0, it.facts().indexOf(done)).stream()
                .filter(fact -> fact instanceof CaseFact.StepStarted)
                .map(CaseFact.StepStarted.class::cast)
                .filter(step -> step.step().equals(done.step()))
                .reduce((_, later) -> later);
    }

    private static Optional<StepClock> of(
            Case it, CaseFact.StepStarted step, @Nullable Instant done) {
        TimeLimit limit = step.limit();
        if (limit == null) return Optional.empty();
        Instant counted = step.countedFrom();
        Instant from = counted == null ? step.stamp().occurredAt() : counted;
        return Optional.of(
                new StepClock(step, limit, CaseClock.ledger(it).part(from, limit, done)));
    }

    /** By when a step that begins now has to be done, as far as can be told now. */
    public static Instant due(Case it, Instant from, TimeLimit limit, WorkCalendar calendar) {
        return due(CaseClock.ledger(it).part(from, limit, null), calendar).at();
    }

    static @Nullable Instant earliestDue(Case it, WorkCalendar calendar) {
        return running(it).stream()
                .map(clock -> clock.due(calendar))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean countsFromAcceptance() {
        return step.countedFrom() != null;
    }

    Instant due(WorkCalendar calendar) {
        return due(counted, calendar).at();
    }

    private static Due due(ClockLedger counted, WorkCalendar calendar) {
        // Due dates do not depend on the moment of reading.
        Instant start = counted.start().orElseThrow().occurredAt();
        return Objects.requireNonNull(ClockReading.of(counted, calendar, start).legalDue());
    }
}
