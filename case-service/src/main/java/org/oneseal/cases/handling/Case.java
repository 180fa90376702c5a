package org.oneseal.cases.handling;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.events.AuthorityTerms;
import org.oneseal.cases.events.CaseReference;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.cases.handling.Outcome.OutOfTurn;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * A case (办件): its header, everything that happened to it, and what follows from that. It never
 * changes; what is asked of it is a {@link CaseCommand} of the activity that knows the rules.
 */
public record Case(CaseHeader header, List<CaseFact> facts) {

    /** The zone in which the law counts days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Result of a case whose applicant never answered the correction notice (补正不来办结). */
    public static final String SILENT_APPLICANT = "5";

    public Case {
        facts = List.copyOf(facts);
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Derived by going through the facts in the order in which they were recorded. */
    public CaseState state() {
        CaseState state = CaseState.SUBMITTED;
        int suspensions = 0;
        for (CaseFact fact : facts) {
            if (!state.open() && !(fact instanceof CaseFact.Delivered)) continue;
            state =
                    switch (fact) {
                        case CaseFact.Submitted _, CaseFact.Corrected _ -> CaseState.SUBMITTED;
                        case CaseFact.CorrectionRequested _ -> CaseState.IN_CORRECTION;
                        case CaseFact.Accepted _ -> CaseState.ACCEPTED;
                        case CaseFact.AcceptanceRefused _ -> CaseState.NOT_ACCEPTED;
                        case CaseFact.SentBack _ -> CaseState.RETURNED;
                        case CaseFact.Withdrawn _ -> CaseState.WITHDRAWN;
                        case CaseFact.Suspended _ -> {
                            suspensions++;
                            yield CaseState.SUSPENDED;
                        }
                        case CaseFact.Resumed _ -> {
                            suspensions = Math.max(0, suspensions - 1);
                            yield suspensions > 0 ? CaseState.SUSPENDED : CaseState.ACCEPTED;
                        }
                        case CaseFact.Finished f when closedInSilence(f) -> CaseState.RETURNED;
                        case CaseFact.Decided _, CaseFact.Finished _ -> CaseState.FINISHED;
                        case CaseFact.Delivered _ -> CaseState.DELIVERED;
                        case CaseFact.Handling _,
                                CaseFact.Promised _,
                                CaseFact.PromiseFulfilled _,
                                CaseFact.PromiseOverdue _,
                                CaseFact.StepStarted _,
                                CaseFact.StepCompleted _,
                                CaseFact.Extended _,
                                CaseFact.Rebased _,
                                CaseFact.CertificateIssued _ ->
                                state;
                    };
        }
        return state;
    }

    /**
     * Only we close a case for silence; what a department's system reports is an end like others.
     */
    private boolean closedInSilence(CaseFact.Finished finished) {
        return header.origin() == CaseHeader.Origin.APPLICATION
                && finished.result().equals(SILENT_APPLICANT);
    }

    public <F extends CaseFact> Stream<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }

    public <F extends CaseFact> Optional<F> last(Class<F> type) {
        return facts(type).reduce((_, later) -> later);
    }

    /** When it came in. */
    public Instant receivedAt() {
        return facts.getFirst().stamp().occurredAt();
    }

    public Optional<CaseFact.Accepted> acceptance() {
        return last(CaseFact.Accepted.class);
    }

    /** Whether the accepted version of the item lets an extension move the promise, too. */
    boolean extensionMovesPromise() {
        return acceptance()
                .map(accepted -> Boolean.TRUE.equals(accepted.extensionMovesPromise()))
                .orElse(false);
    }

    /** The version that counts: the accepted one, else the one in force when it came in. */
    public @Nullable Integer itemVersion() {
        return acceptance().map(CaseFact.Accepted::itemVersion).orElse(header.itemVersion());
    }

    /** Procedures that began and have not ended, by id. */
    public Map<String, CaseFact.Suspended> openProcedures() {
        Map<String, CaseFact.Suspended> open = new LinkedHashMap<>();
        for (CaseFact fact : facts) {
            if (fact instanceof CaseFact.Suspended s) open.put(s.procedureId(), s);
            if (fact instanceof CaseFact.Resumed r) open.remove(r.procedureId());
        }
        return open;
    }

    /** What is handed in now: the application's, the correction's and the promised materials. */
    public List<CaseFact.Material> materials() {
        Map<String, CaseFact.Material> now = new LinkedHashMap<>();
        for (CaseFact fact : facts) {
            if (fact instanceof CaseFact.Submitted s) {
                s.materials().forEach(m -> now.put(m.code(), m));
            }
            if (fact instanceof CaseFact.Corrected c) {
                c.materials().forEach(m -> now.put(m.code(), m));
            }
            if (fact instanceof HandlingFact.CorrectedOnTheSpot c) {
                c.materials().forEach(m -> now.put(m.code(), m));
            }
            if (fact instanceof HandlingFact.SupplementGiven g) {
                g.materials().forEach(m -> now.put(m.code(), m));
            }
            if (fact instanceof CaseFact.PromiseFulfilled p) {
                now.put(p.material().code(), p.material());
            }
        }
        return List.copyOf(now.values());
    }

    public Deadlines deadlines(WorkCalendars calendars, Instant now) {
        return CaseClock.deadlines(this, calendars, now);
    }

    /**
     * Adds facts that happened elsewhere and are only reported here: no rule of ours may refuse
     * them, and nothing is lost when they come late, twice over or after the end.
     *
     * @param findings what is odd about them, told with each event
     */
    public Changed record(
            List<CaseFact> reported, List<String> findings, WorkCalendars calendars, Instant now) {
        List<CaseFact> all = new ArrayList<>(facts);
        all.addAll(reported);
        Case after = new Case(header, all);
        Deadlines deadlines = after.deadlines(calendars, now);
        return new Changed(
                after,
                deadlines,
                reported.stream()
                        .map(
                                fact ->
                                        Telling.of(
                                                after, fact, deadlines, null, null, findings,
                                                calendars))
                        .toList());
    }

    /** This case and what is added now, with the events that tell it. */
    public Changed with(List<? extends CaseFact> added, Situation situation) {
        return with(added, situation.item(), null, situation.calendars(), situation.now());
    }

    /**
     * @param item names the deciding body, null where nothing is decided
     * @param result of the item that is granted
     */
    public Changed with(
            List<? extends CaseFact> added,
            @Nullable ItemVersion item,
            ItemVersion.@Nullable Result result,
            WorkCalendars calendars,
            Instant now) {
        Case after = and(added);
        return after.told(added, item, result, after.deadlines(calendars, now), calendars);
    }

    /**
     * This case and what is added now.
     *
     * @param known deadlines that were derived before and that nothing added moves
     */
    public Changed with(List<? extends CaseFact> added, Deadlines known, WorkCalendars calendars) {
        return and(added).told(added, null, null, known, calendars);
    }

    private Case and(List<? extends CaseFact> added) {
        List<CaseFact> all = new ArrayList<>(facts);
        all.addAll(added);
        return new Case(header, all);
    }

    private Changed told(
            List<? extends CaseFact> added,
            @Nullable ItemVersion item,
            ItemVersion.@Nullable Result result,
            Deadlines deadlines,
            WorkCalendars calendars) {
        return new Changed(
                this,
                deadlines,
                added.stream()
                        .map(
                                fact ->
                                        Telling.of(
                                                this, fact, deadlines, item, result, List.of(),
                                                calendars))
                        .toList());
    }

    /** Why the state forbids the action, null where it does not. */
    public @Nullable OutOfTurn outOfTurn(Action action) {
        CaseState state = state();
        return state.allows(action)
                ? null
                : new OutOfTurn(List.of(of("not-in-this-state", action.name(), state.name())));
    }

    /** Why it is too late to answer the application, null where it is not: the law has answered. */
    public @Nullable OutOfTurn answeredByLaw(WorkCalendars calendars, Instant now) {
        if (!silenceIsOver(calendars, now)) return null;
        var ground = header.answerGround();
        var objection = of("answer-too-late", header.caseNumber());
        return new OutOfTurn(List.of(ground == null ? objection : objection.withGround(ground)));
    }

    /** From when the department's silence is counted. */
    public Instant answerRunsFrom() {
        return last(CaseFact.Corrected.class).map(c -> c.stamp().occurredAt()).orElse(receivedAt());
    }

    public boolean silenceIsOver(WorkCalendars calendars, Instant now) {
        Instant due = deadlines(calendars, now).answerDue();
        return due != null && now.isAfter(due);
    }

    /** Nobody handles an application of their own. */
    public List<Objection> ownCase(Handler by) {
        boolean own =
                by.subject().equals(header.submittedBy()) && !Channel.byClerks(header.channel())
                        || (by.party() != null && by.party().equals(header.party()));
        return own ? List.of(of("own-case").withGround("行政许可法 art. 74")) : List.of();
    }

    /** What events about it, or about what belongs to it, say of it. */
    public CaseReference reference() {
        return Telling.about(this);
    }

    /** It as it was when that fact had just been recorded. */
    public Case upTo(CaseFact fact) {
        return new Case(header, facts.subList(0, facts.indexOf(fact) + 1));
    }

    /** The body in whose name it is decided. */
    static AuthorityTerms authority(ItemVersion item) {
        return new AuthorityTerms(item.authorityUscc(), item.departmentName());
    }
}
