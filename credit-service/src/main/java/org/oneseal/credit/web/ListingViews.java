package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Dossier;
import org.oneseal.credit.listing.ListRule;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.listing.SafetyField;

/** A listing as those see it who deal with it: officers, and the party concerned. */
final class ListingViews {

    private ListingViews() {}

    /**
     * A listing with all its facts.
     *
     * @param proposedBy who proposed; told to officers alone, like every other person's id here
     * @param earliestRepair first day on which repair may be applied for, null before the decision
     */
    record ListingView(
            String id,
            long version,
            String region,
            @Nullable String department,
            String state,
            String kind,
            String kindName,
            String basis,
            String informationClass,
            List<ListRule.Measure> measures,
            String subjectKind,
            String subject,
            String subjectName,
            Instant proposedAt,
            @Nullable String proposedBy,
            String facts,
            String ground,
            Set<SafetyField> fields,
            @Nullable String promise,
            @Nullable LocalDate rectifyBy,
            @Nullable NoticeView notice,
            List<StatementView> statements,
            @Nullable ListingDecisionView decision,
            @Nullable LocalDate earliestRepair,
            List<DisputeView> disputes,
            List<RepairView> repairs,
            @Nullable EndingView ending) {}

    record NoticeView(
            String id,
            Instant at,
            @Nullable String by,
            String text,
            String digest,
            LocalDate statementBy) {}

    record StatementView(
            String id,
            Instant at,
            String text,
            String digest,
            boolean onPaper,
            boolean conclusive) {}

    record ListingDecisionView(
            Instant at,
            @Nullable String by,
            boolean listed,
            String reason,
            @Nullable String answer,
            String facts,
            String ground,
            LocalDate since,
            @Nullable LocalDate until) {}

    record DisputeView(
            String id,
            Instant at,
            String text,
            String digest,
            @Nullable LocalDate answerBy,
            @Nullable Instant answeredAt,
            @Nullable String verdict,
            @Nullable String reason) {}

    record RepairView(
            String id,
            Instant at,
            @Nullable String promise,
            String remedied,
            String regime,
            @Nullable LocalDate answerBy,
            @Nullable Instant answeredAt,
            @Nullable Boolean granted,
            @Nullable String reason) {}

    record EndingView(Instant at, String how, String reason) {}

    /** What anybody may read of a listing in force; of a person only a mask. */
    record PublicListingView(
            String id,
            String region,
            String kind,
            String kindName,
            String subjectKind,
            String subjectName,
            @Nullable String uscc,
            String facts,
            String ground,
            String basis,
            LocalDate since,
            @Nullable LocalDate until,
            List<ListRule.Measure> measures,
            String remedy) {

        static PublicListingView of(Listing listing) {
            Dossier.Decision decision = listing.dossier().decision();
            if (decision == null) throw new IllegalStateException(listing.id() + " is not listed");
            ListedSubject subject = listing.subject();
            boolean person = subject.kind() == ListedSubject.Kind.PERSON;
            return new PublicListingView(
                    listing.id(),
                    listing.region().value(),
                    listing.rule().code(),
                    listing.rule().name(),
                    subject.kind().name(),
                    subject.name(),
                    person ? null : subject.id(),
                    decision.facts(),
                    decision.ground(),
                    listing.rule().basis(),
                    decision.on(),
                    decision.lastDay(),
                    listing.rule().measures(),
                    listing.rule().remedy());
        }
    }

    static ListingView of(Listing listing, @Nullable LocalDate earliestRepair, boolean officer) {
        Dossier dossier = listing.dossier();
        ListRule rule = listing.rule();
        return new ListingView(
                listing.id(),
                listing.chain().sequence(),
                listing.region().value(),
                listing.department(),
                listing.state().name(),
                rule.code(),
                rule.name(),
                rule.basis(),
                rule.informationClass().name(),
                rule.measures(),
                listing.subject().kind().name(),
                listing.subject().id(),
                listing.subject().name(),
                dossier.proposal().at(),
                officer ? dossier.proposal().by() : null,
                dossier.proposal().facts(),
                dossier.proposal().ground(),
                dossier.proposal().fields(),
                dossier.proposal().promise(),
                dossier.proposal().rectifyBy(),
                notice(dossier.notice(), officer),
                dossier.statements().stream().map(ListingViews::statement).toList(),
                decision(dossier.decision(), officer),
                earliestRepair,
                dossier.disputes().stream().map(ListingViews::dispute).toList(),
                dossier.repairs().stream().map(ListingViews::repair).toList(),
                ending(dossier.ending()));
    }

    private static @Nullable NoticeView notice(Dossier.@Nullable Notice notice, boolean officer) {
        return notice == null
                ? null
                : new NoticeView(
                        notice.id(),
                        notice.at(),
                        officer ? notice.by() : null,
                        notice.text(),
                        notice.digest(),
                        notice.statementBy());
    }

    private static StatementView statement(Dossier.Statement s) {
        return new StatementView(s.id(), s.at(), s.text(), s.digest(), s.onPaper(), s.conclusive());
    }

    private static @Nullable ListingDecisionView decision(
            Dossier.@Nullable Decision d, boolean officer) {
        return d == null
                ? null
                : new ListingDecisionView(
                        d.at(),
                        officer ? d.by() : null,
                        d.listed(),
                        d.reason(),
                        d.answer(),
                        d.facts(),
                        d.ground(),
                        d.on(),
                        d.lastDay());
    }

    private static DisputeView dispute(Dossier.Dispute d) {
        Dossier.DisputeAnswer answer = d.answer();
        return new DisputeView(
                d.id(),
                d.at(),
                d.text(),
                d.digest(),
                d.answerBy(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.verdict().name(),
                answer == null ? null : answer.reason());
    }

    private static RepairView repair(Dossier.Repair r) {
        Dossier.RepairAnswer answer = r.answer();
        return new RepairView(
                r.id(),
                r.at(),
                r.promise(),
                r.remedied(),
                r.regime(),
                r.answerBy(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.granted(),
                answer == null ? null : answer.reason());
    }

    private static @Nullable EndingView ending(Dossier.@Nullable Ending ending) {
        return ending == null
                ? null
                : new EndingView(ending.at(), ending.how().name(), ending.reason());
    }
}
