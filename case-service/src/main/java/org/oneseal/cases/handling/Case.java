package org.oneseal.cases.handling;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.events.AuthorityTerms;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader.Origin;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Outcome.OutOfTurn;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * A case (办件): its header and everything that happened to it. Every action is asked of it, checks
 * all rules and answers with an {@link Outcome}; the case itself never changes.
 */
public record Case(CaseHeader header, List<CaseFact> facts) {

    /** The zone in which the law counts days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Who decides where the item names nobody. */
    private static final String CHIEF = "chief-approver";

    private static final String ONE_NOTICE = "行政许可法 art. 32";
    private static final String SPECIAL = "行政许可法 art. 45";
    private static final String EXTENSION = "行政许可法 art. 42";
    private static final String REASONS = "行政许可法 art. 38";

    public Case {
        facts = List.copyOf(facts);
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    // ------------------------------------------------------------------ what follows from the
    // facts

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
                        case CaseFact.Decided _, CaseFact.Finished _ -> CaseState.FINISHED;
                        case CaseFact.Delivered _ -> CaseState.DELIVERED;
                        case CaseFact.StepStarted _,
                                CaseFact.StepCompleted _,
                                CaseFact.Extended _,
                                CaseFact.Rebased _,
                                CaseFact.CertificateIssued _ ->
                                state;
                    };
        }
        return state;
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

    /** What is handed in now: the application's materials, replaced by those of the correction. */
    public List<CaseFact.Material> materials() {
        Map<String, CaseFact.Material> now = new LinkedHashMap<>();
        for (CaseFact fact : facts) {
            if (fact instanceof CaseFact.Submitted s) {
                s.materials().forEach(m -> now.put(m.code(), m));
            }
            if (fact instanceof CaseFact.Corrected c) {
                c.materials().forEach(m -> now.put(m.code(), m));
            }
        }
        return List.copyOf(now.values());
    }

    public Deadlines deadlines(WorkCalendars calendars, Instant now) {
        return CaseClock.deadlines(this, calendars, now);
    }

    private boolean correctionWasAsked() {
        return last(CaseFact.CorrectionRequested.class).isPresent();
    }

    // ------------------------------------------------------------------------------------ intake

    /** The application comes in: every rule it breaks is told at once. */
    public static Outcome submit(
            Submission submission,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        List<Objection> objections = SubmissionRule.askAll(submission, item, dayOf(now));
        if (!objections.isEmpty()) return new Objected(objections);
        var deemed = item.deemedAcceptance();
        var region = submission.region();
        var header =
                new CaseHeader(
                        submission.id(),
                        submission.caseNumber(),
                        item.itemCode(),
                        item.version(),
                        item.name(),
                        item.itemType(),
                        item.caseKind(),
                        Origin.APPLICATION,
                        null,
                        null,
                        region == null ? new RegionCode(item.region()) : region,
                        item.department(),
                        submission.subject().party(),
                        submission.subject().mask(),
                        submission.subject().kind(),
                        submission.subject().name(),
                        submission.subject().uscc(),
                        submission.channel(),
                        by.subject(),
                        submission.actingFor(),
                        submission.queryNumber(),
                        deemed == null ? null : deemed.limit(),
                        deemed == null ? null : deemed.legalGround(),
                        null);
        var submitted =
                new CaseFact.Submitted(Stamp.now(now, by.subject()), submission.materials());
        return new Case(header, List.of()).with(List.of(submitted), item, calendars, now);
    }

    /** Taken up (受理): the version of the item in force is pinned, both clocks start. */
    public Outcome accept(ItemVersion item, Handler by, WorkCalendars calendars, Instant now) {
        var refusal = outOfTurn(Action.ACCEPT);
        if (refusal != null) return refusal;
        if (silenceIsOver(calendars, now)) return tooLateToAnswer();
        List<Objection> objections = new ArrayList<>(ownCase(by));
        for (var missing : SubmissionRule.missing(materials(), item)) {
            objections.add(
                    of("material-missing", missing.code(), missing.name())
                            .withGround(item.legalBasis()));
        }
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(accepted(Stamp.now(now, by.subject()), item, false)), item, calendars, now);
    }

    /** Silence of the department (视为受理): counts from the receipt, or from the corrections. */
    public Outcome deemAccepted(ItemVersion item, WorkCalendars calendars, Instant now) {
        var refusal = outOfTurn(Action.DEEM_ACCEPTED);
        if (refusal != null) return refusal;
        if (header.origin() == Origin.EXCHANGE) {
            return new Objected(List.of(of("timer-on-fed-case", header.caseNumber())));
        }
        if (!silenceIsOver(calendars, now)) {
            return new Objected(List.of(of("answer-not-due", header.caseNumber())));
        }
        return with(
                List.of(
                        accepted(
                                new Stamp(answerRunsFrom(), now, "deemed-acceptance"), item, true)),
                item,
                calendars,
                now);
    }

    public Outcome refuseAcceptance(
            String ground,
            String reason,
            @Nullable String rightBody,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.REFUSE_ACCEPTANCE);
        if (refusal != null) return refusal;
        if (silenceIsOver(calendars, now)) return tooLateToAnswer();
        List<Objection> objections = new ArrayList<>(ownCase(by));
        needed(ground, "ground-missing", "/ground", REASONS, objections);
        needed(reason, "reason-missing", "/reason", REASONS, objections);
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(
                        new CaseFact.AcceptanceRefused(
                                Stamp.now(now, by.subject()), ground, reason, rightBody)),
                item,
                calendars,
                now);
    }

    /** Tells everything that is missing, once. */
    public Outcome requestCorrection(
            String noticeId,
            List<CaseFact.Missing> missing,
            int answerWithinDays,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.REQUEST_CORRECTION);
        if (refusal != null) return refusal;
        if (silenceIsOver(calendars, now)) return tooLateToAnswer();
        List<Objection> objections = new ArrayList<>(ownCase(by));
        if (correctionWasAsked()) {
            objections.add(of("correction-only-once").withGround(ONE_NOTICE));
        }
        if (missing.isEmpty()) objections.add(of("nothing-missing").at("/missing"));
        List<CaseFact.Missing> named = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            var asked = missing.get(i);
            var listed =
                    item.materials().stream()
                            .filter(m -> m.code().equals(asked.code()))
                            .findFirst();
            if (listed.isEmpty()) {
                objections.add(
                        of("material-not-listed", asked.code()).at("/missing/" + i + "/code"));
            } else {
                named.add(new CaseFact.Missing(asked.code(), listed.get().name(), asked.reason()));
            }
        }
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(
                        new CaseFact.CorrectionRequested(
                                Stamp.now(now, by.subject()),
                                noticeId,
                                named,
                                dayOf(now).plusDays(answerWithinDays))),
                item,
                calendars,
                now);
    }

    public Outcome correct(
            List<CaseFact.Material> materials,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.CORRECT);
        if (refusal != null) return refusal;
        var notice = last(CaseFact.CorrectionRequested.class).orElseThrow();
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < materials.size(); i++) {
            String code = materials.get(i).code();
            if (item.materials().stream().noneMatch(m -> m.code().equals(code))) {
                objections.add(of("material-not-listed", code).at("/materials/" + i + "/code"));
            }
        }
        if (materials.isEmpty()) objections.add(of("nothing-handed-in").at("/materials"));
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(
                        new CaseFact.Corrected(
                                Stamp.now(now, by.subject()), notice.noticeId(), materials)),
                item,
                calendars,
                now);
    }

    /** Back to the applicant (退件); after a correction notice only when its time is over. */
    public Outcome sendBack(
            String reason, ItemVersion item, Handler by, WorkCalendars calendars, Instant now) {
        var refusal = outOfTurn(Action.SEND_BACK);
        if (refusal != null) return refusal;
        List<Objection> objections = new ArrayList<>(ownCase(by));
        needed(reason, "reason-missing", "/reason", null, objections);
        if (state() == CaseState.IN_CORRECTION) {
            LocalDate answerBy = last(CaseFact.CorrectionRequested.class).orElseThrow().answerBy();
            if (!dayOf(now).isAfter(answerBy)) {
                objections.add(of("applicant-may-still-correct", answerBy.toString()));
            }
        } else if (silenceIsOver(calendars, now)) {
            return tooLateToAnswer();
        }
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(new CaseFact.SentBack(Stamp.now(now, by.subject()), reason)),
                item,
                calendars,
                now);
    }

    // ------------------------------------------------------------------------------------ review

    public Outcome startStep(
            String code, ItemVersion item, Handler by, WorkCalendars calendars, Instant now) {
        var refusal = outOfTurn(Action.START_STEP);
        if (refusal != null) return refusal;
        var step = item.middleSteps().stream().filter(s -> s.code().equals(code)).findFirst();
        if (step.isEmpty()) return new Objected(List.of(of("step-not-listed", code).at("/step")));
        List<Objection> objections = new ArrayList<>(mayDo(step.get(), by));
        if (started(code)) objections.add(of("step-already-started", step.get().name()));
        int index = item.middleSteps().indexOf(step.get());
        for (var before : item.middleSteps().subList(0, index)) {
            if (!completed(before.code())) {
                objections.add(of("step-before-open", before.name()).at("/step"));
            }
        }
        if (!objections.isEmpty()) return new Objected(objections);
        TimeLimit limit = step.get().limit();
        Instant due = limit == null ? null : CaseClock.stepDue(this, limit, now, calendars);
        return with(
                List.of(
                        new CaseFact.StepStarted(
                                Stamp.now(now, by.subject()), code, step.get().name(), due)),
                item,
                calendars,
                now);
    }

    /** Done; a step that was never started is started and completed in one go. */
    public Outcome completeStep(
            String code,
            @Nullable String opinion,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.COMPLETE_STEP);
        if (refusal != null) return refusal;
        List<CaseFact> added = new ArrayList<>();
        Case at = this;
        if (!started(code)) {
            switch (startStep(code, item, by, calendars, now)) {
                case Changed(var after, _, _) -> {
                    added.add(after.facts().getLast());
                    at = after;
                }
                case Objected objected -> {
                    return objected;
                }
                case OutOfTurn late -> {
                    return late;
                }
            }
        }
        var step = item.step(code).orElseThrow();
        List<Objection> objections = new ArrayList<>(mayDo(step, by));
        if (at.completed(code)) objections.add(of("step-already-completed", step.name()));
        if (!objections.isEmpty()) return new Objected(objections);
        added.add(
                new CaseFact.StepCompleted(
                        Stamp.now(now, by.subject()), code, step.name(), opinion));
        return with(added, item, calendars, now);
    }

    /** A special procedure of the authority begins; refused unless the item lists its kind. */
    public Outcome suspend(
            String procedureId,
            String kind,
            String reason,
            int announcedDays,
            String commissionedBy,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.SUSPEND);
        if (refusal != null) return refusal;
        List<Objection> objections = new ArrayList<>(ownCase(by));
        var listed = item.specialProcedure(kind);
        if (listed.isEmpty()) {
            objections.add(of("procedure-not-listed", kind).withGround(SPECIAL).at("/kind"));
        } else if (listed.get().maxDays() > 0 && announcedDays > listed.get().maxDays()) {
            objections.add(
                    of("procedure-too-long", announcedDays, listed.get().maxDays())
                            .withGround(listed.get().legalGround())
                            .at("/announcedDays"));
        }
        if (announcedDays < 1) {
            objections.add(of("length-not-announced").withGround(SPECIAL).at("/announcedDays"));
        }
        if (openProcedures().values().stream().anyMatch(p -> p.kind().equals(kind))) {
            objections.add(of("procedure-already-open", kind).at("/kind"));
        }
        if (!commissionedBy.equals(header.department())) {
            objections.add(
                    of("not-commissioned-by-authority", commissionedBy)
                            .withGround(SPECIAL)
                            .at("/commissionedBy"));
        }
        needed(reason, "reason-missing", "/reason", SPECIAL, objections);
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(
                        new CaseFact.Suspended(
                                Stamp.now(now, by.subject()),
                                procedureId,
                                kind,
                                listed.orElseThrow().legalGround(),
                                reason,
                                announcedDays,
                                commissionedBy)),
                item,
                calendars,
                now);
    }

    public Outcome resume(
            String procedureId,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.RESUME);
        if (refusal != null) return refusal;
        if (!openProcedures().containsKey(procedureId)) {
            return new Objected(List.of(of("procedure-not-open", procedureId)));
        }
        return with(
                List.of(new CaseFact.Resumed(Stamp.now(now, by.subject()), procedureId)),
                item,
                calendars,
                now);
    }

    /** More time, once, before the limit is over, with approval and reasons. */
    public Outcome extend(
            TimeLimit by,
            String reason,
            ItemVersion item,
            Handler approver,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.EXTEND);
        if (refusal != null) return refusal;
        List<Objection> objections = new ArrayList<>(ownCase(approver));
        if (last(CaseFact.Extended.class).isPresent()) {
            objections.add(of("extended-already").withGround(EXTENSION));
        }
        TimeLimit most = item.extensionMaximum();
        if (most == null) {
            objections.add(of("extension-not-foreseen", item.name()).withGround(EXTENSION));
        } else if (by.amount() < 1 || by.unit() != most.unit() || by.amount() > most.amount()) {
            objections.add(
                    of("extension-too-long", most.amount(), most.unit().name())
                            .withGround(EXTENSION)
                            .at("/by"));
        }
        Instant due = deadlines(calendars, now).legalDue();
        if (due == null) {
            objections.add(of("no-statutory-limit", item.name()));
        } else if (now.isAfter(due)) {
            objections.add(of("extension-too-late", due.toString()).withGround(EXTENSION));
        }
        needed(reason, "reason-missing", "/reason", EXTENSION, objections);
        if (!objections.isEmpty()) return new Objected(objections);
        return with(
                List.of(new CaseFact.Extended(Stamp.now(now, approver.subject()), by, reason)),
                item,
                calendars,
                now);
    }

    // ---------------------------------------------------------------------------------- decision

    /** Granted or refused; the case is finished with it, and the certificate is issued. */
    public Outcome decide(
            DecisionTerms terms,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.DECIDE);
        if (refusal != null) return refusal;
        List<Objection> objections = new ArrayList<>(ownCase(by));
        item.decidingStep().ifPresent(step -> objections.addAll(mayDo(step, by)));
        boolean promised = item.caseKind() == ItemVersion.CaseKind.PROMISED;
        if (promised && item.steps().isEmpty() && !by.roles().contains(CHIEF)) {
            objections.add(of("wrong-role", item.name(), CHIEF));
        }
        if (promised) {
            for (var step : item.middleSteps()) {
                if (!completed(step.code())) objections.add(of("step-open", step.name()));
            }
            last(CaseFact.StepCompleted.class)
                    .filter(done -> done.stamp().by().equals(by.subject()))
                    .ifPresent(done -> objections.add(of("four-eyes", done.name())));
        }
        if (!terms.granted()) {
            needed(terms.ground(), "ground-missing", "/ground", REASONS, objections);
            needed(terms.reason(), "reason-missing", "/reason", REASONS, objections);
        }
        Optional<ItemVersion.Result> result = Optional.empty();
        if (terms.granted()) {
            String code = terms.resultCode();
            result =
                    code == null
                            ? item.results().stream().findFirst()
                            : item.results().stream()
                                    .filter(r -> r.code().equals(code))
                                    .findFirst();
            if (code != null && result.isEmpty()) {
                objections.add(of("result-not-listed", code).at("/result"));
            }
        }
        if (!objections.isEmpty()) return new Objected(objections);

        Stamp stamp = Stamp.now(now, by.subject());
        LocalDate from = null;
        LocalDate to = null;
        if (terms.granted()) {
            from = Objects.requireNonNullElse(terms.validFrom(), dayOf(now));
            Integer months = result.map(ItemVersion.Result::validityMonths).orElse(null);
            to = months == null ? null : from.plusMonths(months).minusDays(1);
        }
        List<CaseFact> added = new ArrayList<>();
        added.add(
                new CaseFact.Decided(
                        stamp,
                        terms.granted(),
                        terms.decisionNumber(),
                        terms.ground(),
                        terms.reason(),
                        from,
                        to));
        var certificate = terms.certificate();
        String type = result.map(ItemVersion.Result::certificateType).orElse(null);
        boolean certified = terms.granted() && certificate != null && type != null && from != null;
        if (certified) {
            added.add(
                    new CaseFact.CertificateIssued(
                            stamp,
                            Objects.requireNonNull(certificate).id(),
                            certificate.number(),
                            certificate.verifyCodeHash(),
                            Objects.requireNonNull(type),
                            result.orElseThrow().name(),
                            Objects.requireNonNull(from),
                            to));
        }
        added.add(new CaseFact.Finished(stamp, certified ? "0" : terms.granted() ? "6" : "7"));
        return with(added, item, result.orElse(null), calendars, now);
    }

    public Outcome deliver(
            CaseFact.DeliveryMethod method,
            @Nullable String courierNumber,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.DELIVER);
        if (refusal != null) return refusal;
        if (method == CaseFact.DeliveryMethod.COURIER
                && (courierNumber == null || courierNumber.isBlank())) {
            return new Objected(List.of(of("courier-number-missing").at("/courierNumber")));
        }
        return with(
                List.of(
                        new CaseFact.Delivered(
                                Stamp.now(now, by.subject()), method, courierNumber)),
                item,
                calendars,
                now);
    }

    public Outcome withdraw(
            @Nullable String reason,
            ItemVersion item,
            Handler by,
            WorkCalendars calendars,
            Instant now) {
        var refusal = outOfTurn(Action.WITHDRAW);
        if (refusal != null) return refusal;
        return with(
                List.of(new CaseFact.Withdrawn(Stamp.now(now, by.subject()), reason)),
                item,
                calendars,
                now);
    }

    // ----------------------------------------------------------------------------------- calendar

    /**
     * A decree changed the calendar: the due dates move by themselves. Changed without events where
     * none moves.
     *
     * @param before as they were told last
     */
    public Outcome rebase(
            Deadlines before, @Nullable String decree, WorkCalendars calendars, Instant now) {
        var refusal = outOfTurn(Action.REBASE);
        if (refusal != null) return refusal;
        Deadlines after = deadlines(calendars, now);
        boolean moved =
                !Objects.equals(before.legalDue(), after.legalDue())
                        || !Objects.equals(before.promisedDue(), after.promisedDue())
                        || before.provisional() != after.provisional();
        if (!moved) return new Changed(this, after, List.of());
        return with(
                List.of(
                        new CaseFact.Rebased(
                                Stamp.now(now, "calendar"),
                                before.legalDue(),
                                after.legalDue(),
                                before.promisedDue(),
                                after.promisedDue(),
                                before.calendarVersion(),
                                after.calendarVersion(),
                                decree)),
                null,
                calendars,
                now);
    }

    // --------------------------------------------------------------------------------------- feed

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
                        .map(fact -> Telling.of(after, fact, deadlines, null, null, findings))
                        .toList());
    }

    // ---------------------------------------------------------------------------------------- own

    private Changed with(
            List<? extends CaseFact> added,
            @Nullable ItemVersion item,
            WorkCalendars calendars,
            Instant now) {
        return with(added, item, null, calendars, now);
    }

    private Changed with(
            List<? extends CaseFact> added,
            @Nullable ItemVersion item,
            ItemVersion.@Nullable Result result,
            WorkCalendars calendars,
            Instant now) {
        List<CaseFact> all = new ArrayList<>(facts);
        all.addAll(added);
        Case after = new Case(header, all);
        Deadlines deadlines = after.deadlines(calendars, now);
        return new Changed(
                after,
                deadlines,
                added.stream()
                        .map(fact -> Telling.of(after, fact, deadlines, item, result, List.of()))
                        .toList());
    }

    private static CaseFact.Accepted accepted(Stamp stamp, ItemVersion item, boolean deemed) {
        return new CaseFact.Accepted(
                stamp, item.version(), item.legalLimit(), item.promisedLimit(), deemed);
    }

    private @Nullable OutOfTurn outOfTurn(Action action) {
        CaseState state = state();
        return state.allows(action)
                ? null
                : new OutOfTurn(List.of(of("not-in-this-state", action.name(), state.name())));
    }

    private OutOfTurn tooLateToAnswer() {
        var ground = header.answerGround();
        var objection = of("answer-too-late", header.caseNumber());
        return new OutOfTurn(List.of(ground == null ? objection : objection.withGround(ground)));
    }

    /** From when the department's silence is counted. */
    Instant answerRunsFrom() {
        return last(CaseFact.Corrected.class).map(c -> c.stamp().occurredAt()).orElse(receivedAt());
    }

    private boolean silenceIsOver(WorkCalendars calendars, Instant now) {
        Instant due = deadlines(calendars, now).answerDue();
        return due != null && now.isAfter(due);
    }

    private List<Objection> ownCase(Handler by) {
        boolean own =
                by.subject().equals(header.submittedBy()) && !header.channel().equals("WINDOW")
                        || (by.party() != null && by.party().equals(header.party()));
        return own ? List.of(of("own-case").withGround("行政许可法 art. 74")) : List.of();
    }

    private List<Objection> mayDo(ItemVersion.Step step, Handler by) {
        List<Objection> objections = new ArrayList<>();
        if (!by.roles().contains(step.role())) {
            objections.add(of("wrong-role", step.name(), step.role()));
        }
        boolean accepter =
                acceptance().filter(a -> a.stamp().by().equals(by.subject())).isPresent();
        if (step.separate() && accepter) objections.add(of("same-person", step.name()));
        return objections;
    }

    private boolean started(String step) {
        return facts(CaseFact.StepStarted.class).anyMatch(s -> s.step().equals(step));
    }

    private boolean completed(String step) {
        return facts(CaseFact.StepCompleted.class).anyMatch(s -> s.step().equals(step));
    }

    private static void needed(
            @Nullable String value,
            String code,
            String pointer,
            @Nullable String ground,
            List<Objection> objections) {
        if (value != null && !value.isBlank()) return;
        Objection objection = of(code).at(pointer);
        objections.add(ground == null ? objection : objection.withGround(ground));
    }

    /** The body in whose name it is decided. */
    static AuthorityTerms authority(ItemVersion item) {
        return new AuthorityTerms(item.authorityUscc(), item.departmentName());
    }
}
