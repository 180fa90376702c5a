package org.oneseal.cases.handling;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.events.AuthorityTerms;
import org.oneseal.cases.events.CaseAccepted;
import org.oneseal.cases.events.CaseCorrected;
import org.oneseal.cases.events.CaseDecided;
import org.oneseal.cases.events.CaseDeemedAccepted;
import org.oneseal.cases.events.CaseDelivered;
import org.oneseal.cases.events.CaseEvent;
import org.oneseal.cases.events.CaseExtended;
import org.oneseal.cases.events.CaseFinished;
import org.oneseal.cases.events.CaseNotAccepted;
import org.oneseal.cases.events.CasePromised;
import org.oneseal.cases.events.CaseRebased;
import org.oneseal.cases.events.CaseReference;
import org.oneseal.cases.events.CaseResumed;
import org.oneseal.cases.events.CaseReturned;
import org.oneseal.cases.events.CaseSubmitted;
import org.oneseal.cases.events.CaseSuspended;
import org.oneseal.cases.events.CaseWithdrawn;
import org.oneseal.cases.events.CertificateIssued;
import org.oneseal.cases.events.ClockTerms;
import org.oneseal.cases.events.CorrectionRequested;
import org.oneseal.cases.events.LimitTerm;
import org.oneseal.cases.events.LimitTerms;
import org.oneseal.cases.events.MissingMaterial;
import org.oneseal.cases.events.PromiseFulfilled;
import org.oneseal.cases.events.PromiseOverdue;
import org.oneseal.cases.events.PromiseTerms;
import org.oneseal.cases.events.PromisedMaterial;
import org.oneseal.cases.events.ResultTerms;
import org.oneseal.cases.events.StepCompleted;
import org.oneseal.cases.events.StepStarted;
import org.oneseal.cases.events.StepTerms;
import org.oneseal.cases.handling.CaseHeader.Origin;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendars;

/** Puts a fact into the published language. */
final class Telling {

    private Telling() {}

    static Outcome.Told of(
            Case after,
            CaseFact fact,
            Deadlines deadlines,
            @Nullable ItemVersion item,
            ItemVersion.@Nullable Result result,
            List<String> findings,
            WorkCalendars calendars) {
        CaseHeader header = after.header();
        CaseReference about = about(after);
        ClockTerms clock = clock(after, deadlines, calendars);
        String calendar =
                header.origin() == Origin.EXCHANGE && header.itemCode() == null
                        ? "instants-only"
                        : null;
        String by = fact.stamp().by();
        CaseEvent event =
                switch (fact) {
                    case CaseFact.Submitted _ ->
                            new CaseSubmitted(
                                    about,
                                    clock,
                                    deadlines.answerDue(),
                                    header.queryNumber(),
                                    by,
                                    header.actingFor(),
                                    calendar,
                                    findings);
                    case HandlingFact f -> HandlingTold.of(after, about, f);
                    case CaseFact.Promised f -> new CasePromised(about, promise(header, f));
                    case CaseFact.PromiseFulfilled f ->
                            new PromiseFulfilled(
                                    about,
                                    f.promiseId(),
                                    f.material().code(),
                                    promised(after, f.material().code()),
                                    f.stamp().occurredAt());
                    case CaseFact.PromiseOverdue f ->
                            new PromiseOverdue(
                                    about,
                                    f.promiseId(),
                                    f.materials(),
                                    f.materials().stream().map(m -> promised(after, m)).toList(),
                                    f.due());
                    case CaseFact.CorrectionRequested f ->
                            new CorrectionRequested(
                                    about,
                                    f.missing().stream()
                                            .map(
                                                    m ->
                                                            new MissingMaterial(
                                                                    m.code(), m.name(), m.reason()))
                                            .toList(),
                                    f.noticeId(),
                                    by,
                                    f.answerBy());
                    case CaseFact.Corrected f ->
                            new CaseCorrected(about, f.noticeId(), deadlines.answerDue());
                    case CaseFact.Accepted f when f.deemed() ->
                            new CaseDeemedAccepted(
                                    about,
                                    clock,
                                    limits(f),
                                    f.stamp().occurredAt(),
                                    Objects.requireNonNullElse(header.answerGround(), ""));
                    case CaseFact.Accepted f ->
                            new CaseAccepted(about, clock, limits(f), by, calendar, findings);
                    case CaseFact.AcceptanceRefused f ->
                            new CaseNotAccepted(
                                    about,
                                    f.ground(),
                                    f.reason(),
                                    by,
                                    f.rightBody(),
                                    f.cause() == null ? null : f.cause().name());
                    case CaseFact.SentBack f -> new CaseReturned(about, f.reason(), by);
                    case CaseFact.StepStarted f ->
                            new StepStarted(
                                    about,
                                    f.step(),
                                    f.name(),
                                    by,
                                    f.stamp().actingFor(),
                                    f.due(),
                                    findings);
                    case CaseFact.StepCompleted f ->
                            new StepCompleted(
                                    about,
                                    f.step(),
                                    f.name(),
                                    by,
                                    f.stamp().actingFor(),
                                    dueOf(after, f, calendars),
                                    findings);
                    case CaseFact.Suspended f ->
                            new CaseSuspended(
                                    about,
                                    clock,
                                    f.procedureId(),
                                    f.kind(),
                                    f.ground(),
                                    f.reason(),
                                    f.announcedDays(),
                                    f.commissionedBy(),
                                    f.project(),
                                    findings);
                    case CaseFact.Resumed f ->
                            new CaseResumed(about, clock, f.procedureId(), findings);
                    case CaseFact.Extended f ->
                            new CaseExtended(
                                    about,
                                    clock,
                                    Objects.requireNonNull(limit(f.by())),
                                    by,
                                    f.requestedBy(),
                                    f.approvalNumber(),
                                    f.reason(),
                                    PromiseAfterExtension.of(after, f, deadlines.promisedDue())
                                            .name());
                    case CaseFact.Rebased f ->
                            new CaseRebased(
                                    about,
                                    clock,
                                    f.legalDueBefore(),
                                    f.promisedDueBefore(),
                                    f.answerDueBefore(),
                                    f.answerDueAfter(),
                                    f.stepDueBefore(),
                                    f.calendarBefore(),
                                    f.decree());
                    case CaseFact.Decided f ->
                            new CaseDecided(
                                    about,
                                    clock,
                                    f.granted(),
                                    f.decisionNumber(),
                                    by,
                                    f.stamp().actingFor(),
                                    deadlines.deliverBy(),
                                    f.ground(),
                                    f.reason(),
                                    f.granted() && item != null && item.publicity(),
                                    result == null
                                            ? null
                                            : new ResultTerms(
                                                    result.code(),
                                                    result.name(),
                                                    result.certificateType(),
                                                    result.validityMonths()),
                                    after.last(CaseFact.CertificateIssued.class)
                                            .map(CaseFact.CertificateIssued::number)
                                            .orElse(null),
                                    f.validFrom(),
                                    f.validTo(),
                                    item == null
                                            ? new AuthorityTerms(null, "")
                                            : Case.authority(item),
                                    header.subjectKind().name(),
                                    subjectName(header),
                                    header.subjectUscc());
                    case CaseFact.CertificateIssued f ->
                            new CertificateIssued(
                                    about,
                                    f.certificateId(),
                                    f.number(),
                                    f.verifyCodeHash(),
                                    f.type(),
                                    f.name(),
                                    f.validFrom(),
                                    f.validTo());
                    case CaseFact.Finished f ->
                            new CaseFinished(about, clock, f.result(), findings);
                    case CaseFact.Delivered f ->
                            new CaseDelivered(about, f.method().name(), by, f.courierNumber());
                    case CaseFact.Withdrawn f -> new CaseWithdrawn(about, f.reason(), by);
                };
        return new Outcome.Told(event, fact.stamp().occurredAt());
    }

    static CaseReference about(Case it) {
        CaseHeader header = it.header();
        return new CaseReference(
                header.id(),
                header.caseNumber(),
                header.itemCode(),
                it.itemVersion(),
                header.itemName(),
                header.itemType(),
                header.caseKind() == null ? null : header.caseKind().name(),
                header.origin().name(),
                header.source(),
                header.sourceCase(),
                header.region().value(),
                header.department(),
                header.party(),
                header.partyMask(),
                header.channel());
    }

    private static PromiseTerms promise(CaseHeader header, CaseFact.Promised made) {
        return new PromiseTerms(
                made.promiseId(),
                made.textHash(),
                made.materials().stream()
                        .map(m -> new PromisedMaterial(m.code(), m.name(), m.due()))
                        .toList(),
                made.stamp().occurredAt(),
                made.ground(),
                Objects.requireNonNullElse(header.creditSubject(), ""),
                header.subjectKind().name());
    }

    /** What the promise calls a material. */
    private static String promised(Case it, String code) {
        return it.facts(CaseFact.Promised.class)
                .flatMap(made -> made.materials().stream())
                .filter(m -> m.code().equals(code))
                .map(CaseFact.PromisedMaterial::name)
                .findFirst()
                .orElse(code);
    }

    private static ClockTerms clock(Case after, Deadlines deadlines, WorkCalendars calendars) {
        return new ClockTerms(
                deadlines.legalDue(),
                deadlines.promisedDue(),
                deadlines.declaredDue(),
                deadlines.provisional(),
                deadlines.calendarRegion(),
                deadlines.calendarVersion(),
                step(after, calendars));
    }

    /** What officers of another system do is told by it alone. */
    private static @Nullable StepTerms step(Case after, WorkCalendars calendars) {
        return StepClock.running(after).stream()
                .findFirst()
                .map(
                        clock ->
                                new StepTerms(
                                        clock.step().step(),
                                        clock.step().name(),
                                        clock.due(calendars.of(after.header().region()))))
                .orElse(null);
    }

    /** By when a step that was done had to be done, as derived, else as its system told. */
    private static @Nullable Instant dueOf(
            Case after, CaseFact.StepCompleted done, WorkCalendars calendars) {
        return StepClock.of(after, done)
                .map(clock -> clock.due(calendars.of(after.header().region())))
                .or(
                        () ->
                                after.facts(CaseFact.StepStarted.class)
                                        .filter(s -> s.step().equals(done.step()))
                                        .map(CaseFact.StepStarted::due)
                                        .filter(Objects::nonNull)
                                        .reduce((_, later) -> later))
                .orElse(null);
    }

    private static LimitTerms limits(CaseFact.Accepted accepted) {
        return new LimitTerms(
                limit(accepted.legalLimit()),
                limit(accepted.promisedLimit()),
                Boolean.TRUE.equals(accepted.extensionMovesPromise()));
    }

    static @Nullable LimitTerm limit(@Nullable TimeLimit limit) {
        return limit == null ? null : new LimitTerm(limit.amount(), limit.unit().name());
    }

    private static String subjectName(CaseHeader header) {
        if (header.subjectName() != null) return header.subjectName();
        return header.partyMask() == null ? "" : header.partyMask();
    }
}
