package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Listing.Outcome;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the party concerned says: its view, a dispute, an application for repair. An officer may
 * enter what was handed in on paper.
 */
@Component
public class SpeakForSubject {

    private final Listings listings;
    private final ListRules rules;
    private final AnswerDays days;
    private final TextDigests digests;
    private final ListingBook book;
    private final Ids ids;

    SpeakForSubject(
            Listings listings,
            ListRules rules,
            AnswerDays days,
            TextDigests digests,
            ListingBook book,
            Ids ids) {
        this.listings = listings;
        this.rules = rules;
        this.days = days;
        this.digests = digests;
        this.book = book;
        this.ids = ids;
    }

    /** Who speaks, and whether on paper. */
    public record Speaker(Actor actor, Scope scope, boolean onPaper) {}

    @Transactional
    public Outcome state(
            String id, long version, String text, boolean conclusive, Speaker by, Instant now) {
        return change(
                id,
                version,
                by,
                now,
                listing ->
                        listing.state(
                                new Dossier.Statement(
                                        ids.next(listing.region()),
                                        now,
                                        by.actor().id(),
                                        text,
                                        digests.of(text),
                                        by.onPaper(),
                                        conclusive)));
    }

    @Transactional
    public Outcome dispute(String id, long version, String text, Speaker by, Instant now) {
        return change(
                id,
                version,
                by,
                now,
                listing ->
                        new ListedActs(listing)
                                .dispute(
                                        new Dossier.Dispute(
                                                ids.next(listing.region()),
                                                now,
                                                by.actor().id(),
                                                text,
                                                digests.of(text),
                                                answerBy(
                                                        listing, listing.rule().disputeDays(), now),
                                                null)));
    }

    @Transactional
    public Outcome applyForRepair(
            String id,
            long version,
            @Nullable String promise,
            String remedied,
            Speaker by,
            Instant now) {
        return change(
                id,
                version,
                by,
                now,
                listing -> {
                    Optional<RepairTerms> terms = terms(listing, now);
                    return new ListedActs(listing)
                            .applyForRepair(
                                    new Dossier.Repair(
                                            ids.next(listing.region()),
                                            now,
                                            by.actor().id(),
                                            promise,
                                            remedied,
                                            terms.map(RepairTerms::regime).orElse(""),
                                            answerBy(listing, listing.rule().repairDays(), now),
                                            null),
                                    terms.orElse(null));
                });
    }

    private Optional<RepairTerms> terms(Listing listing, Instant now) {
        Dossier.Decision decision = listing.dossier().decision();
        if (decision == null) return Optional.empty();
        return rules.regimes(listing.region())
                .on(
                        Listing.dayOf(now),
                        decision.on(),
                        listing.rule().informationClass(),
                        listing.dossier().proposal().fields());
    }

    private @Nullable LocalDate answerBy(Listing listing, int workingDays, Instant now) {
        return days.after(now, workingDays, listing.region()).orElse(null);
    }

    private Outcome change(
            String id, long version, Speaker by, Instant now, Function<Listing, Outcome> act) {
        Listing listing =
                listings.take(id, by.scope()).orElseThrow(() -> new NotFound("listing", id));
        if (listing.chain().sequence() != version) throw new StaleVersion(id, version);
        return book.keep(listing, act.apply(listing), by.actor(), now);
    }
}
