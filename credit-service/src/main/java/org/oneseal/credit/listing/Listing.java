package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.events.CreditEvent;
import org.oneseal.credit.events.ListingDismissed;
import org.oneseal.credit.events.ListingEvent.ListingReference;
import org.oneseal.credit.events.ListingNoticed;
import org.oneseal.credit.events.ListingProposed;
import org.oneseal.credit.events.StatementGiven;
import org.oneseal.credit.events.SubjectDelisted;
import org.oneseal.credit.events.SubjectListed;
import org.oneseal.credit.listing.ListingState.Act;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * One subject on its way to a list and off it again. Immutable: every act returns the next listing
 * with the events that tell of it; what can be done once it is listed is in {@link ListedActs}.
 */
public record Listing(
        String id,
        Chain chain,
        RegionCode region,
        @Nullable String department,
        ListRule rule,
        ListedSubject subject,
        Dossier dossier) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String AGGREGATE = "listing";

    /** What an act comes to. */
    public sealed interface Outcome {

        /** Done, with what is to be told. */
        record Changed(Listing listing, List<CreditEvent> events) implements Outcome {
            public Changed {
                events = List.copyOf(events);
            }
        }

        /** Not done, with every reason. */
        record Objected(List<Objection> objections) implements Outcome {
            public Objected {
                objections = List.copyOf(objections);
            }
        }
    }

    static Outcome.Changed propose(
            String id,
            RegionCode region,
            @Nullable String department,
            ListRule rule,
            ListedSubject subject,
            Dossier.Proposal proposal) {
        Listing listing =
                new Listing(
                        id,
                        Chain.start(AGGREGATE, id),
                        region,
                        department,
                        rule,
                        subject,
                        Dossier.of(proposal));
        return new Outcome.Changed(
                listing,
                List.of(
                        new ListingProposed(
                                listing.reference(),
                                proposal.facts(),
                                proposal.ground(),
                                proposal.promise(),
                                proposal.rectifyBy())));
    }

    public ListingState state() {
        return dossier.state();
    }

    /** Tells the party beforehand; not while an overdue promise may still be made good. */
    Outcome tell(Dossier.Notice notice, Officer officer) {
        List<Objection> objections = refusals(Act.NOTICE, officer);
        LocalDate rectifyBy = dossier.proposal().rectifyBy();
        if (rectifyBy != null && !dayOf(notice.at()).isAfter(rectifyBy)) {
            objections.add(
                    Objection.of("rectification-running", rectifyBy.toString())
                            .withGround(rule.basis()));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return changed(
                dossier.with(notice),
                new ListingNoticed(
                        reference(), notice.id(), notice.statementBy(), notice.digest()));
    }

    /** The party states its view, until the day it was told. */
    Outcome state(Dossier.Statement statement) {
        List<Objection> objections = refusals(Act.STATE);
        Dossier.Notice notice = dossier.notice();
        if (notice != null
                && objections.isEmpty()
                && dayOf(statement.at()).isAfter(notice.statementBy())) {
            objections.add(Objection.of("statement-late", notice.statementBy().toString()));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return changed(
                dossier.with(statement),
                new StatementGiven(
                        reference(),
                        statement.id(),
                        statement.onPaper(),
                        statement.conclusive(),
                        statement.digest()));
    }

    /** Lists the subject, decided by a person who neither proposed nor told. */
    Outcome list(
            Officer officer,
            String reason,
            @Nullable String answer,
            RepairRegimes regimes,
            Instant now) {
        List<Objection> objections = refusals(Act.LIST, officer);
        if (objections.isEmpty()) {
            samePerson(officer).ifPresent(objections::add);
            periodRunning(now).ifPresent(objections::add);
            unanswered(answer).ifPresent(objections::add);
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        LocalDate on = dayOf(now);
        Integer months = rule.months();
        LocalDate ordered = months == null ? null : on.plusMonths(months);
        LocalDate lastDay =
                regimes.lastDay(on, ordered, rule.informationClass(), dossier.proposal().fields());
        Dossier.Decision decision =
                new Dossier.Decision(
                        now,
                        officer.id(),
                        true,
                        reason,
                        answer,
                        on,
                        dossier.proposal().facts(),
                        dossier.proposal().ground(),
                        ordered,
                        lastDay);
        return changed(
                dossier.with(decision),
                new SubjectListed(
                        reference(),
                        decision.facts(),
                        decision.ground(),
                        rule.basis(),
                        on,
                        lastDay,
                        rule.measures().stream().map(ListRule.Measure::kind).toList()));
    }

    /** Lets the proposal drop. */
    Outcome dismiss(Officer officer, String reason, @Nullable String answer, Instant now) {
        List<Objection> objections = refusals(Act.DISMISS, officer);
        if (objections.isEmpty()) {
            unanswered(answer).ifPresent(objections::add);
            if (dossier.notice() != null) samePerson(officer).ifPresent(objections::add);
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return dismissed(officer.id(), reason, answer, now);
    }

    /** The promise was made good before anybody was told, so the proposal has lost its ground. */
    Outcome dismissAsRectified(String by, Instant now) {
        if (state() != ListingState.CANDIDATE) {
            return new Outcome.Objected(refusals(Act.DISMISS));
        }
        return dismissed(by, "promise-made-good", null, now);
    }

    /** The last day has passed. */
    Outcome expire(String by, Instant now) {
        Dossier.Decision decision = dossier.decision();
        LocalDate lastDay = decision == null ? null : decision.lastDay();
        if (state() != ListingState.LISTED || lastDay == null || !dayOf(now).isAfter(lastDay)) {
            return new Outcome.Objected(List.of(wrongState(Act.EXPIRE)));
        }
        return ended(ListingState.EXPIRED, by, "term-over", now);
    }

    Outcome.Changed ended(
            ListingState how, String by, String reason, Instant now, CreditEvent... before) {
        List<CreditEvent> events = new ArrayList<>(List.of(before));
        events.add(new SubjectDelisted(reference(), how.name(), reason, dayOf(now)));
        return new Outcome.Changed(
                with(dossier.with(new Dossier.Ending(now, by, how, reason))), events);
    }

    private Outcome dismissed(String by, String reason, @Nullable String answer, Instant now) {
        Dossier.Proposal proposal = dossier.proposal();
        return changed(
                dossier.with(
                        new Dossier.Decision(
                                now,
                                by,
                                false,
                                reason,
                                answer,
                                dayOf(now),
                                proposal.facts(),
                                proposal.ground(),
                                null,
                                null)),
                new ListingDismissed(reference(), reason));
    }

    private Optional<Objection> samePerson(Officer officer) {
        Dossier.Notice notice = dossier.notice();
        boolean same =
                dossier.proposal().by().equals(officer.id())
                        || (notice != null && notice.by().equals(officer.id()));
        return same ? Optional.of(Objection.of("same-person")) : Optional.empty();
    }

    private Optional<Objection> periodRunning(Instant now) {
        Dossier.Notice notice = dossier.notice();
        if (notice == null || dayOf(now).isAfter(notice.statementBy())) return Optional.empty();
        if (dossier.statements().stream().anyMatch(Dossier.Statement::conclusive)) {
            return Optional.empty();
        }
        return Optional.of(
                Objection.of("statement-period-running", notice.statementBy().toString())
                        .withGround(rule.basis()));
    }

    private Optional<Objection> unanswered(@Nullable String answer) {
        boolean silent = answer == null || answer.isBlank();
        return silent && !dossier.statements().isEmpty()
                ? Optional.of(Objection.of("statement-unanswered").at("/answer"))
                : Optional.empty();
    }

    /**
     * Nothing, or that the act is not open here; what the authority alone may do is checked too.
     */
    List<Objection> refusals(Act act, Officer officer) {
        List<Objection> objections = refusals(act);
        if (!region.equals(officer.region())) {
            objections.add(Objection.of("not-the-authority", region.value()));
        }
        return objections;
    }

    List<Objection> refusals(Act act) {
        List<Objection> objections = new ArrayList<>();
        if (!state().allows(act)) objections.add(wrongState(act));
        return objections;
    }

    private Objection wrongState(Act act) {
        return Objection.of("listing-state", state().name(), act.name());
    }

    Outcome changed(Dossier next, CreditEvent... events) {
        return new Outcome.Changed(with(next), List.of(events));
    }

    Listing at(Chain next) {
        return new Listing(id, next, region, department, rule, subject, dossier);
    }

    private Listing with(Dossier next) {
        return new Listing(id, chain, region, department, rule, subject, next);
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    ListingReference reference() {
        return new ListingReference(
                id, rule.code(), rule.name(), subject.id(), subject.kind().name(), subject.name());
    }
}
