package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.worktime.ClockFact;
import org.oneseal.platform.worktime.ClockLedger;
import org.oneseal.platform.worktime.Deadline;
import org.oneseal.platform.worktime.ExplainedDay;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.warning.Origin;
import org.oneseal.supervision.warning.Plotter;
import org.oneseal.supervision.watching.CaseClock;
import org.oneseal.supervision.watching.Delay;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.Watchkeeper;
import org.springframework.stereotype.Component;

/** Explains a watch day by day and proves a card to the person it concerns. */
@Component
public class Explain {

    private final Register register;
    private final Knowledge knowledge;
    private final Outages outages;

    Explain(Register register, Knowledge knowledge, Outages outages) {
        this.register = register;
        this.knowledge = knowledge;
        this.outages = outages;
    }

    /** A watch with the days to each of its due dates. */
    public record Explained(
            WatchSheet watch,
            List<Proof.StatedFact> facts,
            List<ExplainedDay> legalDays,
            List<ExplainedDay> promisedDays) {}

    /**
     * @throws NotFound outside the scope
     */
    public Explained watch(String id, Register.Sight sight) {
        WatchSheet sheet = register.watch(id, sight).orElseThrow(() -> new NotFound("watch", id));
        Dossier dossier =
                register.dossier(sheet.caseId()).orElseThrow(() -> new NotFound("watch", id));
        Norms norms = knowledge.norms(List.of(dossier.head()));
        return new Explained(
                sheet,
                stated(dossier),
                days(norms, dossier, id, Deadline.LEGAL),
                days(norms, dossier, id, Deadline.PROMISED));
    }

    /**
     * @throws NotFound outside the scope
     */
    public Proof card(String id, Register.Sight sight) {
        CardSheet card = register.card(id, sight).orElseThrow(() -> new NotFound("card", id));
        CardRule rule = knowledge.rules().version(card.ruleCode(), card.ruleVersion());
        Dossier all = register.dossier(card.caseId()).orElse(null);
        // What a person saw is proved by the person; there is no clock to draw it again by.
        if (all == null || card.origin() != Origin.RULE) {
            List<Proof.StatedFact> facts = all == null ? List.of() : stated(all);
            return new Proof(card, facts, rule, null, null, true, List.of(), null);
        }
        Dossier known = all.asDrawnFrom(card.caseSequence(), card.knownAt());
        Norms norms = knowledge.norms(List.of(all.head()));
        Crossing again = again(norms, known, card);
        boolean byPromise =
                rule != null
                        && (rule.measure() == Measure.REMAINING
                                || rule.measure() == Measure.PROMISE_OVERDUE)
                        && card.kind() == WatchKind.CASE;
        WorkCalendar calendar = norms.calendar(all.head().region()).orElse(null);
        return new Proof(
                card,
                stated(known),
                rule,
                calendar == null
                        ? null
                        : new Proof.CalendarRef(
                                calendar.region().value(),
                                String.valueOf(calendar.version()),
                                calendar.hash()),
                again,
                again != null && again.at().equals(card.threshold()),
                days(norms, known, card.watchId(), byPromise ? Deadline.PROMISED : Deadline.LEGAL),
                delay(norms, known, card, calendar));
    }

    private @Nullable Delay delay(
            Norms norms, Dossier known, CardSheet card, @Nullable WorkCalendar calendar) {
        Watch watch = watch(norms, known, card.watchId());
        if (watch == null) return null;
        List<Delay.Span> spans =
                outages
                        .within(
                                new RegionCode(card.region()),
                                card.department(),
                                watch.openedAt(),
                                card.threshold())
                        .stream()
                        .map(o -> new Delay.Span(Delay.Whose.SYSTEM, o.from(), o.to()))
                        .toList();
        return Delay.of(known, watch.openedAt(), card.threshold(), spans, calendar);
    }

    private @Nullable Crossing again(Norms norms, Dossier known, CardSheet card) {
        Watch watch = watch(norms, known, card.watchId());
        if (watch == null) return null;
        return new Plotter(norms, knowledge.rules())
                .course(watch).crossings().stream()
                        .filter(c -> c.rule().equals(card.ruleCode()))
                        .findFirst()
                        .orElse(null);
    }

    private static List<ExplainedDay> days(
            Norms norms, Dossier dossier, String watchId, Deadline deadline) {
        Watch watch = watch(norms, dossier, watchId);
        WorkCalendar calendar = norms.calendar(dossier.head().region()).orElse(null);
        if (watch == null || calendar == null || watch.dues().instantsOnly()) return List.of();
        try {
            if (watch.kind() == WatchKind.CASE) {
                return ExplainedDay.of(new CaseClock(norms).ledger(dossier), calendar, deadline);
            }
            if (watch.kind() == WatchKind.STEP) {
                return deadline == Deadline.PROMISED
                        ? List.of()
                        : new Watchkeeper(norms)
                                .stepLedger(dossier, watchId)
                                .map(step -> ExplainedDay.of(step, calendar, deadline))
                                .orElse(List.of());
            }
            Integer days = watch.dues().promisedDays();
            if (days == null || deadline == Deadline.PROMISED) return List.of();
            Instant opened = Watchkeeper.countedFrom(dossier, watchId).orElse(watch.openedAt());
            return ExplainedDay.of(
                    ClockLedger.of(
                            new ClockFact.Accepted(
                                    opened, opened, TimeLimit.workingDays(days), null, null)),
                    calendar,
                    deadline);
        } catch (UnknownYear e) {
            return List.of();
        }
    }

    private static @Nullable Watch watch(Norms norms, Dossier dossier, String id) {
        return new Watchkeeper(norms)
                .watches(dossier).stream().filter(w -> w.id().equals(id)).findFirst().orElse(null);
    }

    private static List<Proof.StatedFact> stated(Dossier dossier) {
        return dossier.facts().stream()
                .map(
                        f ->
                                new Proof.StatedFact(
                                        f.getClass().getSimpleName(),
                                        f.told().sequence(),
                                        f.told().occurredAt(),
                                        f.told().recordedAt()))
                .toList();
    }
}
