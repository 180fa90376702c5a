package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Listing.Outcome;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer, or a broken promise, proposes a subject for a list. Nobody is listed by it. */
@Component
public class ProposeListing {

    private static final String PROMISES = "promise-breach";
    private static final String WATCH = "promise-watch";

    private final ListRules rules;
    private final Listings listings;
    private final AnswerDays days;
    private final ListingBook book;
    private final Ids ids;

    ProposeListing(ListRules rules, Listings listings, AnswerDays days, ListingBook book, Ids ids) {
        this.rules = rules;
        this.listings = listings;
        this.days = days;
        this.book = book;
        this.ids = ids;
    }

    /** What an officer puts forward. */
    public record Proposed(
            String kind,
            ListedSubject subject,
            String facts,
            String ground,
            Set<SafetyField> fields) {}

    @Transactional
    public Outcome propose(
            Proposed proposed,
            RegionCode region,
            @Nullable String department,
            Actor by,
            Instant now) {
        List<Objection> objections = new ArrayList<>();
        Optional<ListRule> rule = rules.inForce(region, proposed.kind(), Listing.dayOf(now));
        if (rule.isEmpty()) {
            objections.add(Objection.of("list-kind-unknown", proposed.kind()).at("/kind"));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        return open(
                region,
                department,
                rule.orElseThrow(),
                proposed.subject(),
                new Dossier.Proposal(
                        now,
                        by.id(),
                        proposed.facts(),
                        proposed.ground(),
                        proposed.fields(),
                        null,
                        null),
                by,
                now);
    }

    /**
     * Proposes whoever has left a promise overdue, once a promise. The days to make it good run
     * from now.
     */
    @Transactional
    public void forPromise(
            String promiseId,
            ListedSubject subject,
            String facts,
            RegionCode region,
            @Nullable String department,
            Instant now) {
        if (listings.ofPromise(promiseId).isPresent()) return;
        Optional<ListRule> known = rules.inForce(region, PROMISES, Listing.dayOf(now));
        if (known.isEmpty()) return;
        ListRule rule = known.get();
        LocalDate rectifyBy =
                days.after(now, rule.rectificationDays(), region)
                        // without a calendar twice the days, which is never shorter
                        .orElseGet(
                                () -> Listing.dayOf(now).plusDays(2L * rule.rectificationDays()));
        open(
                region,
                department,
                rule,
                subject,
                new Dossier.Proposal(
                        now, WATCH, facts, rule.basis(), Set.of(), promiseId, rectifyBy),
                Actor.system(WATCH),
                now);
    }

    /** The promise was made good in time: a proposal that nobody was told of yet is dropped. */
    @Transactional
    public void promiseMadeGood(String promiseId, Instant now) {
        listings.ofPromise(promiseId)
                .ifPresent(
                        listing ->
                                book.keep(
                                        listing,
                                        listing.dismissAsRectified(WATCH, now),
                                        Actor.system(WATCH),
                                        now));
    }

    private Outcome open(
            RegionCode region,
            @Nullable String department,
            ListRule rule,
            ListedSubject subject,
            Dossier.Proposal proposal,
            Actor by,
            Instant now) {
        return book.open(
                Listing.propose(ids.next(region), region, department, rule, subject, proposal),
                by,
                now);
    }
}
