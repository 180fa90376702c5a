package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Listing.Outcome;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The authority's acts on a listing: notice, decision, answers, revocation. */
@Component
public class HandleListing {

    private final Listings listings;
    private final ListRules rules;
    private final AnswerDays days;
    private final TextDigests digests;
    private final ListingBook book;
    private final Ids ids;

    HandleListing(
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

    /** Serves the notice; without a calendar its period can't be told, so it is refused. */
    @Transactional
    public Outcome serveNotice(String id, long version, Officer officer, Instant now) {
        return change(
                id,
                version,
                officer,
                now,
                listing -> {
                    Optional<LocalDate> by =
                            days.after(now, listing.rule().statementDays(), listing.region());
                    if (by.isEmpty()) {
                        return new Outcome.Objected(
                                List.of(
                                        Objection.of(
                                                "calendar-unknown", listing.region().value())));
                    }
                    String text = NoticeText.of(listing, Listing.dayOf(now), by.get());
                    return listing.tell(
                            new Dossier.Notice(
                                    ids.next(listing.region()),
                                    now,
                                    officer.id(),
                                    text,
                                    digests.of(text),
                                    by.get()),
                            officer);
                });
    }

    /**
     * Lists the subject or lets the proposal drop.
     *
     * @param answer to the party's statements, needed where there are any
     */
    @Transactional
    public Outcome decide(
            String id,
            long version,
            boolean list,
            String reason,
            @Nullable String answer,
            Officer officer,
            Instant now) {
        return change(
                id,
                version,
                officer,
                now,
                listing ->
                        list
                                ? listing.list(
                                        officer,
                                        reason,
                                        answer,
                                        rules.regimes(listing.region()),
                                        now)
                                : listing.dismiss(officer, reason, answer, now));
    }

    @Transactional
    public Outcome answerDispute(
            String id, long version, DisputeReply reply, Officer officer, Instant now) {
        return change(
                id,
                version,
                officer,
                now,
                listing ->
                        new ListedActs(listing)
                                .answerDispute(
                                        reply.dispute(),
                                        new Dossier.DisputeAnswer(
                                                now, officer.id(), reply.verdict(), reply.reason()),
                                        new ListedActs.Amendment(
                                                reply.facts(), reply.ground(), reply.lastDay()),
                                        officer));
    }

    /** How a dispute is answered; facts, ground and last day only where it amends. */
    public record DisputeReply(
            String dispute,
            Dossier.Verdict verdict,
            String reason,
            @Nullable String facts,
            @Nullable String ground,
            @Nullable LocalDate lastDay) {}

    @Transactional
    public Outcome answerRepair(
            String id,
            long version,
            String repair,
            boolean granted,
            boolean dutiesFulfilled,
            String reason,
            Officer officer,
            Instant now) {
        return change(
                id,
                version,
                officer,
                now,
                listing ->
                        new ListedActs(listing)
                                .answerRepair(
                                        repair,
                                        new Dossier.RepairAnswer(
                                                now,
                                                officer.id(),
                                                granted,
                                                dutiesFulfilled,
                                                reason),
                                        officer));
    }

    @Transactional
    public Outcome revoke(String id, long version, String reason, Officer officer, Instant now) {
        return change(
                id,
                version,
                officer,
                now,
                listing -> new ListedActs(listing).revoke(officer, reason, now));
    }

    private Outcome change(
            String id, long version, Officer officer, Instant now, Function<Listing, Outcome> act) {
        Listing listing =
                listings.take(id, officer.scope()).orElseThrow(() -> new NotFound("listing", id));
        if (listing.chain().sequence() != version) throw new StaleVersion(id, version);
        return book.keep(listing, act.apply(listing), officer.actor(), now);
    }
}
