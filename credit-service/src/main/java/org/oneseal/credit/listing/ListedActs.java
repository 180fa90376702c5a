package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.events.CreditEvent;
import org.oneseal.credit.events.DisputeAnswered;
import org.oneseal.credit.events.DisputeRaised;
import org.oneseal.credit.events.ListingCorrected;
import org.oneseal.credit.events.RepairApplied;
import org.oneseal.credit.events.RepairGranted;
import org.oneseal.credit.events.RepairRefused;
import org.oneseal.credit.listing.Listing.Outcome;
import org.oneseal.credit.listing.ListingState.Act;
import org.oneseal.platform.objection.Objection;

/** What can be done with a subject that is listed: dispute, repair, revocation. */
record ListedActs(Listing listing) {

    /** What an upheld dispute changes; what is null stays. */
    record Amendment(@Nullable String facts, @Nullable String ground, @Nullable LocalDate lastDay) {
        boolean empty() {
            return facts == null && ground == null && lastDay == null;
        }
    }

    Outcome dispute(Dossier.Dispute dispute) {
        List<Objection> objections = listing.refusals(Act.DISPUTE);
        if (listing.dossier().disputes().stream().anyMatch(d -> d.answer() == null)) {
            objections.add(Objection.of("dispute-pending"));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return listing.changed(
                listing.dossier().with(dispute),
                new DisputeRaised(
                        listing.reference(), dispute.id(), dispute.answerBy(), dispute.digest()));
    }

    /** Answers a dispute: rejected, or upheld by amending or removing the listing. */
    Outcome answerDispute(
            String disputeId, Dossier.DisputeAnswer answer, Amendment amendment, Officer officer) {
        Optional<Dossier.Dispute> open =
                listing.dossier().disputes().stream()
                        .filter(d -> d.id().equals(disputeId) && d.answer() == null)
                        .findFirst();
        List<Objection> objections = listing.refusals(Act.ANSWER_DISPUTE, officer);
        if (open.isEmpty()) objections.add(Objection.of("dispute-not-open", disputeId));
        Dossier.Decision decision = listing.dossier().decision();
        if (decision != null && decision.by().equals(officer.id())) {
            objections.add(Objection.of("same-person"));
        }
        objections.addAll(amendmentObjections(answer.verdict(), amendment, decision));
        if (!objections.isEmpty() || decision == null) return new Outcome.Objected(objections);
        Dossier.Dispute dispute = open.orElseThrow();
        Dossier.Dispute answered =
                new Dossier.Dispute(
                        dispute.id(),
                        dispute.at(),
                        dispute.by(),
                        dispute.text(),
                        dispute.digest(),
                        dispute.answerBy(),
                        answer);
        DisputeAnswered told =
                new DisputeAnswered(
                        listing.reference(), disputeId, answer.verdict().name(), answer.reason());
        Dossier next = listing.dossier().with(answered);
        return switch (answer.verdict()) {
            case REJECT -> listing.changed(next, told);
            case AMEND -> amended(next, decision, amendment, told);
            case REMOVE ->
                    of(listing, next)
                            .ended(
                                    ListingState.REVOKED,
                                    officer.id(),
                                    answer.reason(),
                                    answer.at(),
                                    told);
        };
    }

    private static List<Objection> amendmentObjections(
            Dossier.Verdict verdict, Amendment amendment, Dossier.@Nullable Decision decision) {
        List<Objection> objections = new ArrayList<>();
        if (verdict == Dossier.Verdict.AMEND && amendment.empty()) {
            objections.add(Objection.of("amendment-missing"));
        }
        if (verdict != Dossier.Verdict.AMEND && !amendment.empty()) {
            objections.add(Objection.of("amendment-unexpected"));
        }
        LocalDate wanted = amendment.lastDay();
        LocalDate bound = decision == null ? null : decision.lastDay();
        if (decision != null
                && wanted != null
                && (wanted.isBefore(decision.on()) || (bound != null && wanted.isAfter(bound)))) {
            objections.add(
                    Objection.of(
                                    "amended-term",
                                    decision.on().toString(),
                                    bound == null ? "-" : bound.toString())
                            .at("/lastDay"));
        }
        return objections;
    }

    private Outcome amended(
            Dossier next, Dossier.Decision old, Amendment amendment, CreditEvent told) {
        LocalDate sooner = amendment.lastDay();
        Dossier.Decision corrected =
                new Dossier.Decision(
                        old.at(),
                        old.by(),
                        true,
                        old.reason(),
                        old.answer(),
                        old.on(),
                        orElse(amendment.facts(), old.facts()),
                        orElse(amendment.ground(), old.ground()),
                        sooner == null ? old.ordered() : sooner,
                        sooner == null ? old.lastDay() : sooner);
        return listing.changed(
                next.with(corrected),
                told,
                new ListingCorrected(
                        listing.reference(),
                        corrected.facts(),
                        corrected.ground(),
                        corrected.lastDay(),
                        "dispute-upheld"));
    }

    /** Asks for repair, under the regime in force on the day of asking. */
    Outcome applyForRepair(Dossier.Repair repair, @Nullable RepairTerms terms) {
        List<Objection> objections = listing.refusals(Act.APPLY_FOR_REPAIR);
        if (listing.dossier().repairs().stream().anyMatch(r -> r.answer() == null)) {
            objections.add(Objection.of("repair-pending"));
        }
        if (objections.isEmpty()) objections.addAll(termObjections(repair, terms));
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return listing.changed(
                listing.dossier().with(repair),
                new RepairApplied(
                        listing.reference(), repair.id(), repair.regime(), repair.answerBy()));
    }

    private static List<Objection> termObjections(
            Dossier.Repair repair, @Nullable RepairTerms terms) {
        if (terms == null) return List.of(Objection.of("repair-without-regime"));
        List<Objection> objections = new ArrayList<>();
        if (Listing.dayOf(repair.at()).isBefore(terms.earliest())) {
            objections.add(
                    Objection.of("repair-too-early", terms.earliest().toString())
                            .withGround(terms.ground()));
        }
        String promise = repair.promise();
        if (terms.promiseRequired() && (promise == null || promise.isBlank())) {
            objections.add(
                    Objection.of("repair-promise-missing")
                            .withGround(terms.ground())
                            .at("/promise"));
        }
        return objections;
    }

    /** Grants or refuses repair (谁认定、谁修复); granted, it ends the listing at once. */
    Outcome answerRepair(String repairId, Dossier.RepairAnswer answer, Officer officer) {
        Optional<Dossier.Repair> open =
                listing.dossier().repairs().stream()
                        .filter(r -> r.id().equals(repairId) && r.answer() == null)
                        .findFirst();
        List<Objection> objections = listing.refusals(Act.ANSWER_REPAIR, officer);
        if (open.isEmpty()) objections.add(Objection.of("repair-not-open", repairId));
        if (answer.granted() && !answer.dutiesFulfilled()) {
            objections.add(Objection.of("duties-open").at("/dutiesFulfilled"));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Dossier.Repair repair = open.orElseThrow();
        Dossier next =
                listing.dossier()
                        .with(
                                new Dossier.Repair(
                                        repair.id(),
                                        repair.at(),
                                        repair.by(),
                                        repair.promise(),
                                        repair.remedied(),
                                        repair.regime(),
                                        repair.answerBy(),
                                        answer));
        if (!answer.granted()) {
            return listing.changed(
                    next, new RepairRefused(listing.reference(), repairId, answer.reason()));
        }
        return of(listing, next)
                .ended(
                        ListingState.REPAIRED,
                        officer.id(),
                        answer.reason(),
                        answer.at(),
                        new RepairGranted(
                                listing.reference(), repairId, repair.regime(), answer.reason()));
    }

    /** Takes the listing back because the decision it rests on is no more. */
    Outcome revoke(Officer officer, String reason, Instant now) {
        List<Objection> objections = listing.refusals(Act.REVOKE, officer);
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return listing.ended(ListingState.REVOKED, officer.id(), reason, now);
    }

    private static Listing of(Listing listing, Dossier next) {
        return new Listing(
                listing.id(),
                listing.chain(),
                listing.region(),
                listing.department(),
                listing.rule(),
                listing.subject(),
                next);
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }
}
